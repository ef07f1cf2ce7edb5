package org.gradientkata.kata;

import java.util.List;

/**
 * What is to be seen while somebody watches.
 *
 * @param head the lines that stay at the top
 * @param body the lines of the verdict, or of whatever was asked for
 * @param foot the lines at the bottom
 * @param verdict whether the body is a verdict, and final
 */
record WatchView(List<String> head, List<String> body, List<String> foot, boolean verdict) {}
