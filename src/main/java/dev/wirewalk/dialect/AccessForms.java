package dev.wirewalk.dialect;

import dev.wirewalk.filter.Network;

/**
 * The ways in which one capture can be told what to select.
 *
 * @param clauses how many match clauses it takes; 0 when it takes none
 * @param lines how many lines an access list for it is kept to; 0 when it takes no list
 * @param etherTypes whether an EtherType can be chosen
 */
record AccessForms(AccessRelease release, int clauses, int lines, boolean etherTypes) {
    static final String ACCESS_LISTS = "access-lists";
    static final String MATCH = "match";
    static final String ETHERNET_TYPES = "ethernet-types";
    /** The rules that a filter is worked out with where no list of a profile's length says how many. */
    private static final int WORK = 100;

    static AccessForms of(DialectSettings settings) {
        return new AccessForms(
                AccessRelease.of(settings.version()),
                settings.lacks().contains(MATCH) ? 0 : settings.limit(AccessList.CLAUSES),
                settings.lacks().contains(ACCESS_LISTS) ? 0 : settings.limit(AccessList.LINES),
                !settings.lacks().contains(ETHERNET_TYPES));
    }

    boolean none() {
        return clauses == 0 && lines == 0;
    }

    /** Whether packets of that IP family can be selected by what they hold. */
    boolean lists(Network network) {
        return network == Network.IPV4 || (lines > 0 ? release.unifiedLists() : release.bothFamiliesInMatch());
    }

    /** How many rules the filter may take on the way. */
    int work() {
        return lines > 0 ? lines : WORK;
    }
}
