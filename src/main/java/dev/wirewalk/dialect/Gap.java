package dev.wirewalk.dialect;

/**
 * A term of the filter that the tool cannot say.
 *
 * @param term the term in the pcap-filter language
 * @param reason one sentence: why the tool cannot say it
 * @param narrow a pcap-filter expression to apply when reading the result, so that it holds what was asked
 */
public record Gap(String term, String reason, String narrow) {}
