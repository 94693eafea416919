/** Information surveys: what a customer says of itself, once a year, on its way into the customer master, and what is counted of it (P18). */
package dev.kefu.survey.profile;
