package dev.wirewalk.topology.draft;

import dev.wirewalk.topology.FlowHint;

/** The flow as it is being typed. All empty but the protocol: the walk picks the flow that fails most. */
public record FlowDraft(String protocol, String client, String clientPort, String server, String port) {
    public static final FlowDraft EMPTY = new FlowDraft("tcp", "", "", "", "");

    static FlowDraft of(FlowHint flow) {
        return new FlowDraft(
                flow.protocol().word(),
                flow.client().toString(),
                flow.clientPort().isPresent() ? "" + flow.clientPort().getAsInt() : "",
                flow.server().toString(),
                flow.port().isPresent() ? "" + flow.port().getAsInt() : "");
    }

    /** Nothing is told but perhaps the protocol. */
    public boolean picked() {
        return (client + clientPort + server + port).isBlank();
    }
}
