# actions.ftl: not translated yet
