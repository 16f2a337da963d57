# store.ftl: not translated yet
