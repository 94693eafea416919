/** Survey plans: what departments need to know, which surveys are made of it, what they may cost, and their days (P13). */
package dev.kefu.survey.plan;
