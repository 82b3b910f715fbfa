package feewright.api.problem;

/**
 * The problem behind a status that the container chose by itself. A protocol version, a method or an encoding that it does not have is
 * the caller's mistake, and no failure of the server.
 */
final class ContainerProblems {

    private ContainerProblems() {}

    static Problem of(int status) {
        ProblemCode code = switch (status) {
            case 401 -> ProblemCode.TOKEN_INVALID;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 408 -> ProblemCode.BODY_TOO_SLOW;
            case 413 -> ProblemCode.BODY_TOO_LARGE;
            case 415 -> ProblemCode.MEDIA_TYPE_NOT_SUPPORTED;
            case 501, 505 -> ProblemCode.BAD_REQUEST;
            default -> status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR;
        };
        boolean isMistake = status == 501 || status == 505;
        return isMistake || code.status() == status ? Problem.of(code) : Problem.of(status, code.code(), code.title());
    }
}
