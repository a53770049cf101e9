package dev.wirewalk.flow;

/**
 * How far a TCP connection came, in the words of Zeek's {@code conn_state}; for UDP, where one side's packets are S0, both
 * sides' SF and an answer alone SHR, and for TCP that began before the capture.
 */
public enum ConversationState {
    S0("the connection was asked for, and nothing came back"),
    S1("the connection was set up and was still open at the end of the capture"),
    SF("the connection was set up and closed by both sides"),
    REJ("the connection was asked for and rejected"),
    S2("the connection was set up; the client closed its side, the server did not"),
    S3("the connection was set up; the server closed its side, the client did not"),
    RSTO("the connection was set up and the client reset it"),
    RSTR("the connection was set up and the server reset it"),
    RSTOS0("the client asked for the connection and reset it before the server accepted"),
    RSTRH("the server accepted and then reset a connection that nobody was seen to ask for"),
    SH("the client asked for the connection and closed it before the server accepted"),
    SHR("the server accepted and closed a connection that nobody was seen to ask for"),
    OTH("the capture shows the middle of a connection, without its beginning or its end");

    private final String sentence;

    ConversationState(String sentence) {
        this.sentence = sentence;
    }

    /** What it means, as the predicate of a report; no capital, no full stop. */
    public String sentence() {
        return sentence;
    }
}
