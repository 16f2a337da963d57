# share.ftl: not translated yet
