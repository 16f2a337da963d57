# netease.ftl: not translated yet
