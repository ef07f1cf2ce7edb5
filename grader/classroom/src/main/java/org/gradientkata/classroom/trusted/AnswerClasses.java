package org.gradientkata.classroom.trusted;

import java.util.Map;
import java.util.Optional;

/**
 * What is graded: class files and an answer sheet.
 *
 * @param files for each exercise class that was handed in, its class files by name: its own, those
 *     of nested classes and of companions in its file
 * @param sheet the quiz's answer sheet
 */
public record AnswerClasses(Map<String, Map<String, byte[]>> files, Optional<String> sheet) {}
