/** Customer surveys: each study from its purpose over plan, questionnaire and field work to the report, and what is counted of them (P14). */
package dev.kefu.survey.study;
