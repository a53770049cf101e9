package dev.wirewalk.finding.application;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.finding.Conclusions;
import dev.wirewalk.finding.Count;
import dev.wirewalk.finding.Display;
import dev.wirewalk.finding.Need;
import dev.wirewalk.finding.NumberTable;
import dev.wirewalk.finding.Rule;
import dev.wirewalk.finding.Severity;
import dev.wirewalk.finding.Sight;
import dev.wirewalk.finding.Tallies;
import dev.wirewalk.finding.Times;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** DNS questions without an answer, and answers that took long. */
public final class DnsUnanswered implements Rule {
    private static final int FRAME = 0;
    private static final int NANOS = 1;
    private static final int MOST = 1 << 18;
    /** Less than the shortest time after which resolvers usually ask again. */
    private static final long PATIENCE = Times.SECOND;

    private static final long SLOW = 500 * Times.MILLISECOND;

    private final NumberTable open = new NumberTable(2, MOST);
    private final Map<Integer, Question> questions = new HashMap<>();
    private final Tallies<IpAddress> slow = new Tallies<>();
    private final Set<IpAddress> answering = new HashSet<>();

    private record Question(IpAddress client, IpAddress server, String name) {}

    @Override
    public Set<Need> needs() {
        return Set.of(Need.DNS, Need.TIMES, Need.BOTH_DIRECTIONS);
    }

    @Override
    public void look(Sight sight) {
        if (sight.conversation() < 0) {
            return;
        }
        long key = (long) sight.conversation() << 16 | sight.dns().id();
        if (sight.dns().response()) {
            lookAtAnswer(sight, key);
            return;
        }
        int row = open.put(key);
        if (row >= 0 && open.get(row, FRAME) == 0) {
            open.set(row, FRAME, sight.number());
            open.set(row, NANOS, sight.nanos());
            questions.computeIfAbsent(
                    sight.conversation(),
                    _ -> new Question(
                            sight.packet().ip().sourceAddress().orElseThrow(),
                            sight.packet().ip().destinationAddress().orElseThrow(),
                            sight.dns().name()));
        }
    }

    private void lookAtAnswer(Sight sight, long key) {
        IpAddress server = sight.packet().ip().sourceAddress().orElseThrow();
        if (answering.size() < (1 << 16)) {
            answering.add(server);
        }
        int row = open.find(key);
        if (row < 0) {
            return;
        }
        long duration = Times.between(open.get(row, NANOS), sight.nanos(), 0);
        if (duration >= SLOW) {
            slow.of(server)
                    .add(
                            1,
                            duration,
                            sight.dns().name() + " after " + Times.text(duration),
                            open.get(row, FRAME),
                            sight.number());
        }
        open.remove(key);
    }

    @Override
    public void conclude(Conclusions conclusions) {
        Tallies<IpAddress> silent = new Tallies<>();
        open.forEach((key, row) -> {
            Question question = questions.get((int) (key >>> 16));
            if (question != null && conclusions.span().after(open.get(row, NANOS)) >= PATIENCE) {
                silent.of(question.server)
                        .add(1, 0, "for " + question.name + " from " + question.client, open.get(row, FRAME));
            }
        });
        silent.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "dns-unanswered",
                        Severity.ERROR,
                        tally -> Count.of(tally.count(), "DNS question") + " to " + tally.subject()
                                + " got no answer, first "
                                + tally.example()
                                + (answering.contains(tally.subject())
                                        ? "; it answered others."
                                        : "; it answered none."),
                        tally -> "dns.flags.response == 0 && " + Display.destination(tally.subject()),
                        "servers",
                        "Without names little else works. Is the server's address right, and does the way there let UDP port"
                                + " 53 pass, also back? If it answers others, look for loss, or for names that it"
                                + " cannot resolve itself."));
        slow.conclude(
                conclusions,
                new Tallies.Wording<>(
                        "dns-slow",
                        Severity.WARNING,
                        tally -> tally.subject() + " took longer than " + Times.text(SLOW) + " to answer "
                                + Count.of(tally.count(), "DNS question") + "; the slowest: " + tally.example() + ".",
                        tally -> "dns.time >= 0.5 && " + Display.host(tally.subject()),
                        "servers",
                        "Measured from the first question, so that lost questions count. A resolver that asks others first is"
                                + " slow for new names only."));
    }
}
