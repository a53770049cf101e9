package dev.wirewalk.capture.text.fortigate;

import dev.wirewalk.packet.TcpView;

/** TCP flags as FortiOS writes them. */
final class ShownFlags {
    private ShownFlags() {}

    /** {@code S.}, {@code P.}, {@code F.}, …: the letters of tcpdump; -1 when one of them is none. */
    static int ofLetters(String letters) {
        int flags = 0;
        for (int i = 0; i < letters.length(); i++) {
            int flag = switch (letters.charAt(i)) {
                case 'F' -> TcpView.FIN;
                case 'S' -> TcpView.SYN;
                case 'R' -> TcpView.RST;
                case 'P' -> TcpView.PSH;
                case '.' -> TcpView.ACK;
                case 'U' -> TcpView.URG;
                case 'E' -> TcpView.ECE;
                case 'W' -> TcpView.CWR;
                default -> -1;
            };
            if (flag < 0) {
                return -1;
            }
            flags |= flag;
        }
        return flags;
    }

    /** {@code syn}, {@code fin}, {@code rst}, {@code psh}, {@code urg}; 0 for another word. */
    static int ofWord(String word) {
        return switch (word) {
            case "syn" -> TcpView.SYN;
            case "fin" -> TcpView.FIN;
            case "rst" -> TcpView.RST;
            case "psh" -> TcpView.PSH;
            case "urg" -> TcpView.URG;
            default -> 0;
        };
    }
}
