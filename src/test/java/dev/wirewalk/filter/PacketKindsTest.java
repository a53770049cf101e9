package dev.wirewalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a box leaves to a field, and what it states, by the definition: asked of boxes of single fields. */
class PacketKindsTest {
    @Test
    void everyValueOfABoxCanBeHadTogetherWithTheRest() {
        for (Filter filter : RandomFilters.some(31, 300)) {
            if (Boxes.of(filter, 64) instanceof BoxUnion.Union(var boxes)) {
                for (Box box : boxes) {
                    HeaderField.ALL.forEach(field -> assertTight(box, field));
                }
            }
        }
    }

    private static <T extends Comparable<T>> void assertTight(Box box, HeaderField<T> field) {
        FieldValues<T> values = box.values(field);
        for (FieldValues.Range<T> range : values.ranges()) {
            assertThat(box.with(field, field.range(range.low(), range.high())))
                    .as("%s with %s in %s", box, field, range)
                    .isPresent();
        }
        assertThat(box.with(field, field.none()).isPresent())
                .as("%s without %s", box, field)
                .isEqualTo(values.absent());
        assertThat(box.with(field, values.complement())).as("%s", box).isEmpty();
    }

    @Test
    void whatIsStatedMakesTheWholeBox() {
        for (Filter filter : RandomFilters.some(32, 300)) {
            if (Boxes.of(filter, 64) instanceof BoxUnion.Union(var boxes)) {
                for (Box box : boxes) {
                    Box again = Box.everything();
                    for (HeaderField<?> field : box.statedFields()) {
                        assertThat(outside(box, field))
                                .as("%s states %s", box, field)
                                .isTrue();
                        again = again.intersect(ofOne(box, field)).orElseThrow();
                    }
                    assertThat(again.values(HeaderField.PROTOCOL)).isEqualTo(box.values(HeaderField.PROTOCOL));
                    assertThat(box.opaque().isEmpty() ? again : box)
                            .as("%s", box)
                            .isEqualTo(box);
                }
            }
        }
    }

    private static <T extends Comparable<T>> Box ofOne(Box box, HeaderField<T> field) {
        return Box.everything().with(field, box.stated(field)).orElseThrow();
    }

    /** Whether the field says something that the other stated fields do not. */
    private static <T extends Comparable<T>> boolean outside(Box box, HeaderField<T> field) {
        Box others = Box.everything();
        for (HeaderField<?> other : box.statedFields()) {
            if (!other.equals(field)) {
                others = others.intersect(ofOne(box, other)).orElseThrow();
            }
        }
        return others.with(field, box.stated(field).complement()).isPresent();
    }
}
