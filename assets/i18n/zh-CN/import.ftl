# import.ftl: not translated yet
