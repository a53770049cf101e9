package dev.wirewalk.finding;

/**
 * How often something concerned one subject.
 *
 * @param <K> a value that names the subject
 */
public final class Tally<K> {
    private final K subject;
    private final Frames frames = new Frames();
    private long cases;
    private long count;
    private long worst = Long.MIN_VALUE;
    private String example = "";

    Tally(K subject) {
        this.subject = subject;
    }

    public K subject() {
        return subject;
    }

    /**
     * Counts a case.
     *
     * @param weight how many packets, say, it stands for
     * @param badness the example of the worst case is kept
     * @param instance what to say of this case if it is the worst
     */
    public void add(long weight, long badness, String instance, long... evidence) {
        cases++;
        count += weight;
        if (badness > worst) {
            worst = badness;
            example = instance;
        }
        for (long frame : evidence) {
            frames.add(frame);
        }
    }

    /** How many cases there were. */
    public long cases() {
        return cases;
    }

    /** Their weights added up. */
    public long count() {
        return count;
    }

    /** The badness of the worst case. */
    public long worst() {
        return worst;
    }

    /** What was said of the worst case. */
    public String example() {
        return example;
    }

    public Frames frames() {
        return frames;
    }
}
