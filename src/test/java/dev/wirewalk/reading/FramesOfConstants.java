package dev.wirewalk.reading;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.filter.RandomPackets;
import dev.wirewalk.filter.TestPacket;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ethernet frames made from the addresses and numbers in filter texts, and from those beside them. */
final class FramesOfConstants {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-f]*:[0-9a-f:]*:[0-9a-f:]*");
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-f.:])[0-9]{1,5}(?![0-9a-f.:])");
    private static final int[] FLAGS = {0x02, 0x12, 0x10, 0x18, 0x11, 0x04, 0x14, 0xC2, 0};

    private final Random random;
    private final List<IpAddress> four = new ArrayList<>();
    private final List<IpAddress> six = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>(List.of(0, 8, 80, 443));

    private FramesOfConstants(long seed, List<String> filters) {
        random = new Random(seed);
        Set<IpAddress> addresses = new LinkedHashSet<>();
        for (String filter : filters) {
            Matcher address = ADDRESS.matcher(filter);
            while (address.find()) {
                IpAddress.parse(address.group()).ifPresent(found -> {
                    addresses.add(found);
                    addresses.addAll(beside(found));
                });
            }
            Matcher number = NUMBER.matcher(filter);
            while (number.find()) {
                int found = Integer.parseInt(number.group());
                numbers.addAll(List.of(Math.max(0, found - 1), found, found, found + 1));
            }
        }
        addresses.forEach(address -> (address.version() == IpVersion.V4 ? four : six).add(address));
        IpAddress.parse("198.51.100.7").ifPresent(four::add);
        IpAddress.parse("2001:db8:99::7").ifPresent(six::add);
    }

    static List<byte[]> some(long seed, int count, String... filters) {
        FramesOfConstants made = new FramesOfConstants(seed, List.of(filters));
        List<byte[]> frames = new ArrayList<>(RandomPackets.some(seed, count / 4).stream()
                .map(TestPacket::frame)
                .toList());
        while (frames.size() < count) {
            frames.add(made.next());
        }
        return frames;
    }

    /** The neighbours of an address, and one far off in a network around it. */
    private static List<IpAddress> beside(IpAddress address) {
        byte[] bytes = bytes(address);
        List<IpAddress> beside = new ArrayList<>();
        BigInteger value = new BigInteger(1, bytes);
        for (int bit : new int[] {0, 1, 7, 8, 12, 16, 24}) {
            byte[] other = value.flipBit(bit).toByteArray();
            byte[] whole = new byte[bytes.length];
            int take = Math.min(other.length, whole.length);
            System.arraycopy(other, other.length - take, whole, whole.length - take, take);
            IpAddress.parse(text(whole)).ifPresent(beside::add);
        }
        return beside;
    }

    private static byte[] bytes(IpAddress address) {
        try {
            return java.net.InetAddress.getByName(address.toString()).getAddress();
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return java.net.InetAddress.getByAddress(bytes).getHostAddress();
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] next() {
        boolean old = random.nextInt(4) > 0 || six.size() == 1;
        List<IpAddress> addresses = old ? four : six;
        int[] protocols = {6, 6, 6, 17, 17, old ? 1 : 58, 132, pick(numbers) & 0xFF};
        int protocol = protocols[random.nextInt(protocols.length)];
        ByteBuffer frame = ByteBuffer.allocate(160);
        frame.position(12).putShort((short) (old ? 0x0800 : 0x86DD));
        if (old) {
            frame.put((byte) 0x45).put((byte) 0).putShort((short) 146).putInt(0);
            frame.put((byte) 64).put((byte) protocol).putShort((short) 0);
        } else {
            frame.putInt(0x6000_0000).putShort((short) 106).put((byte) protocol).put((byte) 64);
        }
        frame.put(bytes(pick(addresses))).put(bytes(pick(addresses)));
        if (protocol == 1 || protocol == 58) {
            frame.put((byte) (int) pick(numbers)).put((byte) random.nextInt(4));
        } else {
            frame.putShort((short) (int) pick(numbers)).putShort((short) (int) pick(numbers));
            frame.putLong(random.nextLong()).put((byte) 0x50).put((byte) FLAGS[random.nextInt(FLAGS.length)]);
        }
        return frame.array();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
