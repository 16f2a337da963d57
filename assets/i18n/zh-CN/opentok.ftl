# opentok.ftl: not translated yet
