# vonage.ftl: not translated yet
