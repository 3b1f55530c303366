/* A guidance app in C: opens the demonstration, asks for a list, and reads what is wrong with a wrong profile. */
#include "boussole.h"
#include <stdio.h>
#include <string.h>

static int ask(const Boussole *boussole, const char *request, int32_t expected, const char *part) {
    char *answer = NULL;
    int32_t status = boussole_ask(boussole, request, &answer);
    int fails = status != expected || answer == NULL || strstr(answer, part) == NULL;
    if (fails) fprintf(stderr, "%s: expected %d and %s, found %d and %s\n", request, expected, part, status, answer ? answer : "NULL");
    boussole_free(answer);
    return fails;
}

int main(void) {
    char *failure = NULL;
    Boussole *boussole = boussole_open(NULL, 0, NULL, &failure);
    if (boussole == NULL || failure != NULL || boussole_abi() != 1) return 1;
    char *problems = boussole_problems(boussole);
    int fails = strcmp(problems, "[]");
    boussole_free(problems);
    fails += ask(boussole, "{\"call\": \"recommend\", \"profile\": {\"interests\": {\"j'ai le sens du contact\": 1}}, \"options\": {\"top\": 3}}",
                 BOUSSOLE_OK, "\"recommendations\"");
    fails += ask(boussole, "{\"call\": \"start\"}", BOUSSOLE_OK, "boussole/session/");
    fails += ask(boussole, "{\"call\": \"recommend\", \"profile\": {\"interests\": {\"j'aime la lune\": 1}}}", BOUSSOLE_FAILED, "\"problems\":[{");
    fails += ask(boussole, "{\"call\": \"predict\"}", BOUSSOLE_FAILED, "expected one of recommend, explain");
    fails += ask(NULL, "{}", BOUSSOLE_FAILED, "found NULL");
    fails += ask(boussole, NULL, BOUSSOLE_FAILED, "found NULL");
    boussole_close(boussole);
    boussole_close(NULL);
    boussole_free(NULL);
    fails += boussole_open((const uint8_t *)"no fiche", 8, NULL, &failure) != NULL || strstr(failure, "\"kind\":\"catalogue\"") == NULL;
    boussole_free(failure);
    fails += boussole_open(NULL, 0, "{\"wieghts\": 1}", NULL) != NULL;
    if (fails == 0) printf("boussole %s answers C\n", boussole_version());
    return fails;
}
