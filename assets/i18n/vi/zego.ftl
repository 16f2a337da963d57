# zego.ftl: not translated yet
