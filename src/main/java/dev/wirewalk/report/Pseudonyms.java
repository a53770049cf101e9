package dev.wirewalk.report;

import dev.wirewalk.address.IpAddress;
import dev.wirewalk.address.IpVersion;
import dev.wirewalk.address.MacAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Other addresses for addresses, the same one for the same one as long as this object lives. Prefix-preserving, after Crypto-PAn
 * (Xu, Fan, Ammar, Moon: "Prefix-Preserving IP Address Anonymization", 2002): each bit is turned or not by AES of the bits before
 * it, so two addresses that share their first n bits get pseudonyms that share exactly as many. What kind an address is stays: the
 * prefixes of private, link-local and global networks are kept and what follows them is turned; multicast, loopback and the
 * unspecified address stay whole. Of a hardware address the bits for group and local stay, the rest is AES of it.
 *
 * <p>Without the key, which is never written down, nobody turns it back; who knows one address behind a pseudonym knows the prefixes of its
 * neighbours. Not for use by several threads.
 */
public final class Pseudonyms {
    private static final int KEY_BYTES = 16;

    /** Uses of the cipher beside the prefixes, whose uses are numbered by the address's and the prefix's length. */
    private static final int GROUP = 1;

    private static final int HARDWARE = 2;

    /** An address costs up to 256 blocks; so many are remembered. */
    private static final int REMEMBERED = 10_000;

    /** Kept prefixes; {@code whole} if nothing behind them is turned either. */
    private record Kept(IpAddress network, int bits, boolean whole) {}

    private static final Kept[] KEPT = {
        kept("0.0.0.0", 8, true),
        kept("10.0.0.0", 8, false),
        kept("100.64.0.0", 10, false),
        kept("127.0.0.0", 8, true),
        kept("169.254.0.0", 16, false),
        kept("172.16.0.0", 12, false),
        kept("192.168.0.0", 16, false),
        kept("224.0.0.0", 4, true),
        kept("255.255.255.255", 32, true),
        kept("::", 126, true),
        kept("2000::", 3, false),
        kept("fc00::", 7, false),
        kept("fe80::", 64, false),
        kept("ff00::", 8, true),
    };

    private final Cipher cipher;
    private final Map<IpAddress, IpAddress> known = new HashMap<>();
    private final PseudonymText texts = new PseudonymText(this);

    private Pseudonyms(byte[] key) {
        try {
            // One block at a time, as a function of the prefix: that two equal blocks give the same is what is wanted.
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has AES", missing);
        }
    }

    /** With a key of their own that nobody knows. */
    public static Pseudonyms fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Pseudonyms(key);
    }

    /** The same pseudonyms for the same key. @param key 16 bytes */
    static Pseudonyms keyed(byte[] key) {
        return new Pseudonyms(key);
    }

    private static Kept kept(String network, int bits, boolean whole) {
        return new Kept(IpAddress.parse(network).orElseThrow(), bits, whole);
    }

    /** The pseudonym of an address. */
    public IpAddress of(IpAddress address) {
        IpAddress before = known.get(address);
        if (before != null) {
            return before;
        }
        IpAddress turned = turned(address);
        if (known.size() < REMEMBERED) {
            known.put(address, turned);
        }
        return turned;
    }

    private IpAddress turned(IpAddress address) {
        if (solicited(address)) {
            // The group of a node tells the last 24 bits of its address (RFC 4291 section 2.7.1).
            long last = block(GROUP, 0, address.low() & 0xFF_FFFFL) >>> 40;
            return IpAddress.v6(address.high(), address.low() & ~0xFF_FFFFL | last);
        }
        int bits = address.version() == IpVersion.V4 ? 32 : 128;
        long high = 0;
        long low = 0;
        for (int i = 0; i < bits; i++) {
            int bit = bit(address, i, bits) ^ (turns(address, i, bits) ? 1 : 0);
            high = high << 1 | low >>> 63;
            low = low << 1 | bit;
        }
        return new IpAddress(address.version(), bits == 32 ? 0 : high, low);
    }

    private static boolean solicited(IpAddress address) {
        return address.version() == IpVersion.V6
                && address.high() == 0xFF02_0000_0000_0000L
                && address.low() >>> 24 == 0x1_FFL;
    }

    private static int bit(IpAddress address, int index, int bits) {
        int fromEnd = bits - 1 - index;
        return (int) ((fromEnd < 64 ? address.low() >>> fromEnd : address.high() >>> fromEnd - 64) & 1);
    }

    /** Whether the bit behind the address's first {@code length} bits is turned: decided by those alone. */
    private boolean turns(IpAddress address, int length, int bits) {
        for (Kept kept : KEPT) {
            if (kept.network().version() == address.version()) {
                int shared = shared(kept.network(), address, bits);
                boolean above = length < kept.bits() && shared >= length;
                boolean within = kept.whole() && length >= kept.bits() && shared >= kept.bits();
                if (above || within) {
                    return false;
                }
            }
        }
        IpAddress prefix = prefix(address, length, bits);
        return block(bits + length, prefix.high(), prefix.low()) < 0;
    }

    private static int shared(IpAddress one, IpAddress other, int bits) {
        long high = one.high() ^ other.high();
        long low = one.low() ^ other.low();
        int leading = high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(low);
        return Math.min(bits, leading - (128 - bits));
    }

    /** The first {@code length} bits with zeros behind them. */
    static IpAddress prefix(IpAddress address, int length, int bits) {
        int cut = bits - length;
        long low = cut >= 64 ? 0 : address.low() & -1L << cut;
        long high = cut >= 128 ? 0 : cut > 64 ? address.high() & -1L << cut - 64 : address.high();
        return new IpAddress(address.version(), high, low);
    }

    /** The pseudonym of a hardware address; broadcast, multicast of IPv4, and zero stay. */
    public MacAddress of(MacAddress address) {
        long bits = address.bits();
        boolean group = (bits >>> 40 & 1) != 0;
        if (bits == 0 || bits == 0xFFFF_FFFF_FFFFL || bits >>> 24 == 0x01005EL) {
            return address;
        }
        if (bits >>> 32 == 0x3333L && (bits >>> 24 & 0xFF) == 0xFF) {
            IpAddress told = of(IpAddress.v6(0xFF02_0000_0000_0000L, 0x1_FF00_0000L | bits & 0xFF_FFFFL));
            return new MacAddress(bits & ~0xFF_FFFFL | told.low() & 0xFF_FFFFL);
        }
        if (group) {
            return address;
        }
        long kind = 0x0300_0000_0000L;
        return new MacAddress(bits & kind | block(HARDWARE, 0, bits) >>> 16 & ~kind);
    }

    /** A text with all addresses in it replaced, those of networks with their length as well. */
    public String text(String text) {
        return texts.of(text);
    }

    /** The first 64 bits of AES of AES of the two halves with the use added. @param use keeps the kinds of questions apart */
    private long block(int use, long high, long low) {
        try {
            byte[] once = cipher.doFinal(
                    ByteBuffer.allocate(KEY_BYTES).putLong(high).putLong(low).array());
            ByteBuffer mixed = ByteBuffer.wrap(once);
            mixed.putInt(0, mixed.getInt(0) ^ use);
            return ByteBuffer.wrap(cipher.doFinal(once)).getLong();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("one block is always encrypted", impossible);
        }
    }
}
