## token
