# inspect.ftl: not translated yet
