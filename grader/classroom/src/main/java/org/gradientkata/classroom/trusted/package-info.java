/**
 * Decides about answers without running them: the unchanged tests run here on proxies of the
 * exercise classes, and each call of a proxy is a call of the learner's method in a sandboxed
 * worker.
 */
package org.gradientkata.classroom.trusted;
