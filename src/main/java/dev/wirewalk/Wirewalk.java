package dev.wirewalk;

public final class Wirewalk {
    private Wirewalk() {}

    public static void main(String[] arguments) {
        System.out.println("wirewalk");
    }
}
