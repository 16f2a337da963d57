# token.ftl: not translated yet
