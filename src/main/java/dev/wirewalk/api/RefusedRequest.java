package dev.wirewalk.api;

/** A request that cannot be answered; the message is one sentence for whoever sent it. */
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status of HTTP, 400 to 499 */
    RefusedRequest(int status, String message) {
        super(message);
        this.status = status;
    }

    RefusedRequest(String message) {
        this(400, message);
    }

    int status() {
        return status;
    }
}
