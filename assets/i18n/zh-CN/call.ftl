# call.ftl: not translated yet
