# watch.ftl: not translated yet
