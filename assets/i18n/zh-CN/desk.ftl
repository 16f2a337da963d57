# desk.ftl: not translated yet
