/**
 * What runs beside a learner's classes in the sandbox, and the language it speaks with the grader.
 * It needs the JDK, EJML, the contract and the data sets, and nothing that knows an answer.
 */
package org.gradientkata.classroom.worker;
