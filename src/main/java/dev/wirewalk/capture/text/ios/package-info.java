/**
 * What IOS and IOS-XE print: embedded packet captures in short ({@link dev.wirewalk.capture.text.ios.SummaryParser}) and in detail ({@link
 * dev.wirewalk.capture.text.ios.DetailParser}), the data plane's trace of single packets ({@link
 * dev.wirewalk.capture.text.ios.PacketTraceParser}), packets punted to the processor ({@link
 * dev.wirewalk.capture.text.ios.PuntParser}), and counters beside them ({@link dev.wirewalk.capture.text.ios.CounterParser}).
 *
 * <p>Flows in: lines. Flows out: packets; verdicts, features and counters as events.
 */
@NullMarked
package dev.wirewalk.capture.text.ios;

import org.jspecify.annotations.NullMarked;
