package dev.wirewalk.profile;

/** The kinds of frames that a tool can show at all. */
public enum Carried {
    IPV4,
    IPV6,
    ARP,
    RARP,
    /** Any other EtherType. */
    OTHER
}
