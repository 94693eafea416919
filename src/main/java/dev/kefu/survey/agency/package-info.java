/** Surveys commissioned from outside agencies: offers, ranking, payments, acceptance and rating (P15). */
package dev.kefu.survey.agency;
