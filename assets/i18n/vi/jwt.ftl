# jwt.ftl: not translated yet
