package dev.wirewalk.diagnosis;

import java.util.List;

/** One question of the method, asked at every point that it concerns. */
interface Question {
    List<Answered> ask(Scene scene);
}
