# app.ftl: not translated yet
