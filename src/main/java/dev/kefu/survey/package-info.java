/** Carries the survey procedures of chapter 2: plans, studies with their questionnaires and answers, agencies, interviewers, credit ratings, customer records. */
package dev.kefu.survey;
