/** Credit surveys: answers, evaluation, score, grade and limit by table, override, history of grades, yearly renewal (P17). */
package dev.kefu.survey.credit;
