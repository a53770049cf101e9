package dev.wirewalk.report;

import java.util.Optional;

/**
 * How evidence is written.
 *
 * @param payload whether the data behind the headers is written; never with pseudonyms, as it may name addresses
 * @param pseudonyms other addresses for addresses
 */
public record EvidenceSettings(boolean payload, Optional<Pseudonyms> pseudonyms) {
    /** Headers only, addresses as they are. */
    public static EvidenceSettings headers() {
        return new EvidenceSettings(false, Optional.empty());
    }

    /** Headers only, with other addresses. */
    public static EvidenceSettings of(Pseudonyms pseudonyms) {
        return new EvidenceSettings(false, Optional.of(pseudonyms));
    }

    boolean whole() {
        return payload && pseudonyms.isEmpty();
    }
}
