package dev.wirewalk.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FrameIndexTest {
    @Test
    void keepsPlaceConversationAndFlagsOfEveryPacketOverManyChunks() {
        try (FrameIndex index = new FrameIndex()) {
            int count = 200_000;
            for (int i = 0; i < count; i++) {
                index.add(i + 1, (long) i << 33, i % 7 - 1, i);
            }
            assertThat(index.size()).isEqualTo(count);
            for (int i = 0; i < count; i += 997) {
                assertThat(index.place(i)).isEqualTo((long) i << 33);
                assertThat(index.conversation(i)).isEqualTo(i % 7 - 1);
                assertThat(index.flags(i)).isEqualTo(i);
                assertThat(index.number(i)).isEqualTo(i + 1);
                assertThat(index.indexOf(i + 1)).isEqualTo(i);
            }
            assertThatThrownBy(() -> index.place(count)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(index.indexOf(count + 1)).isEqualTo(-1);
        }
    }

    @Test
    void frameNumbersMayHaveGaps() {
        long[] numbers = {2, 3, 7, 8, 9, 20};
        try (FrameIndex index = new FrameIndex()) {
            for (long number : numbers) {
                index.add(number, 0, 0, 0);
            }
            for (int i = 0; i < numbers.length; i++) {
                assertThat(index.number(i)).isEqualTo(numbers[i]);
                assertThat(index.indexOf(numbers[i])).isEqualTo(i);
            }
            for (long missing : new long[] {0, 1, 4, 6, 10, 19, 21}) {
                assertThat(index.indexOf(missing)).as("frame %d", missing).isEqualTo(-1);
            }
        }
    }

    @Test
    void givesThePacketsOfOneConversationInFileOrder() {
        try (FrameIndex index = new FrameIndex()) {
            for (int i = 0; i < 1000; i++) {
                index.add(i + 1, i, i % 10 == 3 ? 7 : -1, 0);
            }
            assertThat(index.of(7)).hasSize(100).startsWith(3, 13, 23).isSorted();
            assertThat(index.of(8)).isEmpty();
        }
    }
}
