/** What happens to the tasks of posts that nobody holds: the next superior may do them, and those who can fill the post are told. */
package dev.kefu.deadline.vacancies;
