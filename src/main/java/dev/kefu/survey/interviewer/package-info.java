/** Part-time interviewers: need, selection, training, engagement and settlement (P16). */
package dev.kefu.survey.interviewer;
