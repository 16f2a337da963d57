# mecloud.ftl: not translated yet
