# cli.ftl: not translated yet
