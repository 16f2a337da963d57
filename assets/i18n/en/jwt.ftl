kind-jwt = JSON Web Token
    .about = A JWT of no vendor known here: decoded and timed, not verified.
