// Made by `npm run api-types` from the OpenAPI document. Not to be edited.
export interface paths {
    readonly "/algorithms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How parties are scored */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/attribution": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Which groups may be behind evidence, how likely, and what would settle it; nothing is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            /** @description Evidence, or a STIX 2.1 bundle */
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description Ways of money from country to country: BD>PH
                         * @default []
                         */
                        readonly corridors?: readonly string[];
                        /**
                         * @description MD5, SHA-1, SHA-256 or SHA-512 of files
                         * @default []
                         */
                        readonly hashes?: readonly string[];
                        /**
                         * @description Domains, addresses, URLs, host:port; may be defanged
                         * @default []
                         */
                        readonly infrastructure?: readonly string[];
                        /**
                         * @description Names, aliases or ids of programs: BLINDINGCAN, S0154
                         * @default []
                         */
                        readonly software?: readonly string[];
                        /**
                         * @description ATT&CK ids or names: T1059.001
                         * @default []
                         */
                        readonly techniques?: readonly string[];
                        /** @description When it happened: ISO 8601 with its offset, or an hour in UTC (0 to 23) */
                        readonly times?: readonly (string | number)[];
                        /** @description What the evidence is of */
                        readonly title?: string;
                        /** @default {} */
                        readonly victims?: {
                            /**
                             * @description ISO 3166-1: BD
                             * @default []
                             */
                            readonly countries?: readonly string[];
                            /**
                             * @description STIX: financial-services
                             * @default []
                             */
                            readonly sectors?: readonly string[];
                        };
                        /**
                         * @description Addresses of cryptocurrency
                         * @default []
                         */
                        readonly wallets?: readonly string[];
                    } & {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {string} */
                            readonly abstention?: "no-knowledge" | "no-evidence" | "narrowing-only" | "met-by-nobody" | "someone-else" | "too-close" | "too-weak";
                            readonly calibratedOn: string;
                            readonly candidates: readonly {
                                readonly against: readonly {
                                    readonly feature: {
                                        readonly id: string;
                                        /** @description Software that anyone can get */
                                        readonly isPublic?: boolean;
                                        /** @enum {string} */
                                        readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                        readonly label: string;
                                    };
                                    readonly others: readonly {
                                        readonly id: string;
                                        readonly name: string;
                                    }[];
                                    readonly sources: readonly {
                                        readonly reports: readonly string[];
                                        /** @description Less than 1 where the source speaks of a larger group */
                                        readonly share: number;
                                        readonly source: string;
                                        readonly version: string;
                                        /** @description The campaign, program or group of another source over which it comes */
                                        readonly via?: {
                                            readonly id: string;
                                            /** @enum {string} */
                                            readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                            readonly label: string;
                                        };
                                        readonly words?: string;
                                    }[];
                                    /** @enum {string} */
                                    readonly strength: "strong" | "moderate" | "weak";
                                    /** @description Groups that are known for it */
                                    readonly users: number;
                                    /** @description The group's probability without it */
                                    readonly without?: number;
                                }[];
                                readonly code?: string;
                                readonly contestedNames: readonly {
                                    readonly also: readonly {
                                        readonly id: string;
                                        readonly label: string;
                                        readonly source: string;
                                    }[];
                                    readonly name: string;
                                    readonly source: string;
                                }[];
                                readonly describedBy: readonly string[];
                                readonly for: readonly {
                                    readonly feature: {
                                        readonly id: string;
                                        /** @description Software that anyone can get */
                                        readonly isPublic?: boolean;
                                        /** @enum {string} */
                                        readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                        readonly label: string;
                                    };
                                    readonly others: readonly {
                                        readonly id: string;
                                        readonly name: string;
                                    }[];
                                    readonly sources: readonly {
                                        readonly reports: readonly string[];
                                        /** @description Less than 1 where the source speaks of a larger group */
                                        readonly share: number;
                                        readonly source: string;
                                        readonly version: string;
                                        /** @description The campaign, program or group of another source over which it comes */
                                        readonly via?: {
                                            readonly id: string;
                                            /** @enum {string} */
                                            readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                            readonly label: string;
                                        };
                                        readonly words?: string;
                                    }[];
                                    /** @enum {string} */
                                    readonly strength: "strong" | "moderate" | "weak";
                                    /** @description Groups that are known for it */
                                    readonly users: number;
                                    /** @description The group's probability without it */
                                    readonly without?: number;
                                }[];
                                readonly id: string;
                                readonly name: string;
                                /** @description Absent where nothing seen can attribute */
                                readonly probability?: number;
                                readonly sponsors: readonly {
                                    readonly confidence?: number;
                                    readonly source: string;
                                    readonly sponsor: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                }[];
                            }[];
                            /** @enum {string} */
                            readonly confidence: "none" | "possible" | "likely";
                            readonly matrix: {
                                readonly hypotheses: readonly {
                                    readonly id: string;
                                    readonly label: string;
                                }[];
                                readonly rows: readonly {
                                    readonly cells: readonly ("C" | "I" | "N" | "NA")[];
                                    /** @enum {string} */
                                    readonly credibility: "low" | "medium" | "high";
                                    readonly id: string;
                                    /** @enum {string} */
                                    readonly kind?: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                    readonly note?: string;
                                    /** @enum {string} */
                                    readonly relevance: "low" | "medium" | "high";
                                }[];
                            };
                            readonly named?: {
                                readonly id: string;
                                readonly name: string;
                            };
                            /** @enum {string} */
                            readonly rung: "none" | "cluster" | "group" | "sponsor";
                            readonly seen: readonly {
                                readonly features: readonly {
                                    readonly id: string;
                                    /** @description Software that anyone can get */
                                    readonly isPublic?: boolean;
                                    /** @enum {string} */
                                    readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                }[];
                                readonly field: string;
                                /** @description Findings in which it was seen, the first few */
                                readonly findings: readonly string[];
                                /** @enum {string} */
                                readonly how: "same" | "renamed" | "parent" | "alias" | "several" | "unknown";
                                readonly note?: string;
                                readonly written: string;
                            }[];
                            readonly settle: readonly {
                                readonly bits: number;
                                readonly favours: string;
                                readonly favoursName: string;
                                readonly feature: {
                                    readonly id: string;
                                    /** @description Software that anyone can get */
                                    readonly isPublic?: boolean;
                                    /** @enum {string} */
                                    readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                };
                                readonly ifNot: number;
                                readonly ifSeen: number;
                                readonly sources: readonly {
                                    readonly reports: readonly string[];
                                    /** @description Less than 1 where the source speaks of a larger group */
                                    readonly share: number;
                                    readonly source: string;
                                    readonly version: string;
                                    /** @description The campaign, program or group of another source over which it comes */
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly words?: string;
                                }[];
                            }[];
                            readonly someoneElse?: number;
                            readonly sources: readonly {
                                readonly source: string;
                                readonly version: string;
                            }[];
                            readonly sponsors: readonly {
                                readonly claims: readonly {
                                    readonly actor: string;
                                    readonly actorName: string;
                                    readonly confidence?: number;
                                    readonly source: string;
                                    readonly sponsor: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                }[];
                                readonly contradicting: readonly {
                                    readonly actor: string;
                                    readonly actorName: string;
                                    readonly confidence?: number;
                                    readonly source: string;
                                    readonly sponsor: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                }[];
                                readonly probability: number;
                                readonly sponsor: {
                                    readonly id: string;
                                    /** @enum {string} */
                                    readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                    readonly label: string;
                                };
                            }[];
                            readonly thresholds: {
                                readonly likely: number;
                                readonly named: number;
                            };
                            readonly unassigned: readonly {
                                readonly id: string;
                                /** @description Software that anyone can get */
                                readonly isPublic?: boolean;
                                /** @enum {string} */
                                readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                readonly label: string;
                            }[];
                            readonly weighed: {
                                readonly groups: number;
                                readonly reports: number;
                            };
                            /** @description The verdict as a sentence */
                            readonly words: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who did what, latest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly entries: readonly {
                                readonly action: string;
                                readonly actor: string;
                                readonly at: string;
                                readonly detail?: unknown;
                                readonly hash: string;
                                readonly seq: number;
                                readonly subject?: string;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/audit/verify": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Check the whole chain of hashes */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly entries: number;
                            readonly fault?: {
                                readonly detail: string;
                                readonly kind: string;
                                readonly seq: number;
                            };
                            readonly head?: string;
                            readonly ok: boolean;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Cases, the gravest and most urgent first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description `nobody` for those that are not assigned */
                    readonly assignee?: string;
                    /** @description Only those that wait for a second person */
                    readonly awaiting?: boolean;
                    readonly cursor?: string;
                    readonly due?: "overdue" | "today" | "week";
                    readonly limit?: number;
                    readonly mentions?: string;
                    readonly order?: "rank" | "newest";
                    readonly q?: string;
                    /** @description At least */
                    readonly severity?: "low" | "medium" | "high" | "critical";
                    readonly state?: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported" | "open" | "closed" | "all";
                    readonly watch?: "screening" | "payments" | "maritime" | "cyber";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cases: readonly {
                                readonly assignee?: string;
                                readonly changed: string;
                                readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                                readonly due: string;
                                readonly dueByHand: boolean;
                                readonly findings: number;
                                readonly first?: string;
                                readonly follows: readonly number[];
                                readonly id: number;
                                readonly last?: string;
                                readonly mergedInto?: number;
                                readonly opened: string;
                                /**
                                 * @description The gravest that it ever was
                                 * @enum {string}
                                 */
                                readonly peak: "low" | "medium" | "high" | "critical";
                                /** @description Somebody has asked for its release; a second person answers */
                                readonly release?: {
                                    readonly at: string;
                                    readonly by: string;
                                    readonly reason: string;
                                };
                                /**
                                 * @description Its gravest evidence's, never by count
                                 * @enum {string}
                                 */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly severityWords: string;
                                /** @enum {string} */
                                readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                                readonly subjects: number;
                                readonly title: string;
                                readonly undecided: number;
                            }[];
                            /** @description On the first page only */
                            readonly counts?: {
                                readonly awaiting: number;
                                readonly bySeverity: {
                                    readonly [key: string]: number;
                                };
                                readonly byState: {
                                    readonly [key: string]: number;
                                };
                                readonly overdue: number;
                            };
                            readonly next?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One case, with what it is about, its files and its links */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly attachments: readonly {
                                readonly at: string;
                                readonly by: string;
                                readonly id: number;
                                readonly name: string;
                                readonly removed?: string;
                                readonly sha256: string;
                                readonly size: number;
                            }[];
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly links: readonly {
                                readonly at: string;
                                readonly by: string;
                                readonly id: number;
                                readonly label: string;
                                readonly target: string;
                            }[];
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description What most of its findings are about and met, at most 50 of each */
                            readonly refs: readonly {
                                readonly findings: number;
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                                /** @enum {string} */
                                readonly role: "subject" | "match";
                            }[];
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/assign": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give a case to somebody, or to nobody */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Nobody where it is left out */
                        readonly to?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/attachments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Attach a file: its bytes as the body */
        readonly post: {
            readonly parameters: {
                readonly query: {
                    /** @description What the file is called */
                    readonly name: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly at: string;
                            readonly by: string;
                            readonly id: number;
                            readonly name: string;
                            readonly removed?: string;
                            readonly sha256: string;
                            readonly size: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 413: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/attachments/{file}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A file of a case, as a download */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly file: number;
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/attachments/{file}/remove": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Remove the bytes of a file; name, size and hash stay on record */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly file: number;
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Why: kept for ever */
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": Record<string, never>;
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/attribution": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which groups may be behind a case, and the matrix of competing hypotheses that a person made */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @enum {string} */
                            readonly abstention?: "no-knowledge" | "no-evidence" | "narrowing-only" | "met-by-nobody" | "someone-else" | "too-close" | "too-weak";
                            readonly calibratedOn: string;
                            readonly candidates: readonly {
                                readonly against: readonly {
                                    readonly feature: {
                                        readonly id: string;
                                        /** @description Software that anyone can get */
                                        readonly isPublic?: boolean;
                                        /** @enum {string} */
                                        readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                        readonly label: string;
                                    };
                                    readonly others: readonly {
                                        readonly id: string;
                                        readonly name: string;
                                    }[];
                                    readonly sources: readonly {
                                        readonly reports: readonly string[];
                                        /** @description Less than 1 where the source speaks of a larger group */
                                        readonly share: number;
                                        readonly source: string;
                                        readonly version: string;
                                        /** @description The campaign, program or group of another source over which it comes */
                                        readonly via?: {
                                            readonly id: string;
                                            /** @enum {string} */
                                            readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                            readonly label: string;
                                        };
                                        readonly words?: string;
                                    }[];
                                    /** @enum {string} */
                                    readonly strength: "strong" | "moderate" | "weak";
                                    /** @description Groups that are known for it */
                                    readonly users: number;
                                    /** @description The group's probability without it */
                                    readonly without?: number;
                                }[];
                                readonly code?: string;
                                readonly contestedNames: readonly {
                                    readonly also: readonly {
                                        readonly id: string;
                                        readonly label: string;
                                        readonly source: string;
                                    }[];
                                    readonly name: string;
                                    readonly source: string;
                                }[];
                                readonly describedBy: readonly string[];
                                readonly for: readonly {
                                    readonly feature: {
                                        readonly id: string;
                                        /** @description Software that anyone can get */
                                        readonly isPublic?: boolean;
                                        /** @enum {string} */
                                        readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                        readonly label: string;
                                    };
                                    readonly others: readonly {
                                        readonly id: string;
                                        readonly name: string;
                                    }[];
                                    readonly sources: readonly {
                                        readonly reports: readonly string[];
                                        /** @description Less than 1 where the source speaks of a larger group */
                                        readonly share: number;
                                        readonly source: string;
                                        readonly version: string;
                                        /** @description The campaign, program or group of another source over which it comes */
                                        readonly via?: {
                                            readonly id: string;
                                            /** @enum {string} */
                                            readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                            readonly label: string;
                                        };
                                        readonly words?: string;
                                    }[];
                                    /** @enum {string} */
                                    readonly strength: "strong" | "moderate" | "weak";
                                    /** @description Groups that are known for it */
                                    readonly users: number;
                                    /** @description The group's probability without it */
                                    readonly without?: number;
                                }[];
                                readonly id: string;
                                readonly name: string;
                                /** @description Absent where nothing seen can attribute */
                                readonly probability?: number;
                                readonly sponsors: readonly {
                                    readonly confidence?: number;
                                    readonly source: string;
                                    readonly sponsor: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                }[];
                            }[];
                            /** @enum {string} */
                            readonly confidence: "none" | "possible" | "likely";
                            readonly findings: number;
                            /** @description Findings that a person has called false */
                            readonly leftOut: number;
                            readonly matrix: {
                                readonly hypotheses: readonly {
                                    readonly id: string;
                                    readonly label: string;
                                }[];
                                readonly rows: readonly {
                                    readonly cells: readonly ("C" | "I" | "N" | "NA")[];
                                    /** @enum {string} */
                                    readonly credibility: "low" | "medium" | "high";
                                    readonly id: string;
                                    /** @enum {string} */
                                    readonly kind?: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                    readonly note?: string;
                                    /** @enum {string} */
                                    readonly relevance: "low" | "medium" | "high";
                                }[];
                            };
                            readonly named?: {
                                readonly id: string;
                                readonly name: string;
                            };
                            readonly person: {
                                readonly at?: string;
                                readonly by?: string;
                                readonly canUndo: boolean;
                                /** @description Absent where nobody set one, or all was undone */
                                readonly matrix?: {
                                    readonly hypotheses: readonly {
                                        readonly id: string;
                                        readonly label: string;
                                    }[];
                                    readonly rows: readonly {
                                        readonly cells: readonly ("C" | "I" | "N" | "NA")[];
                                        /** @enum {string} */
                                        readonly credibility: "low" | "medium" | "high";
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind?: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                        readonly label: string;
                                        readonly note?: string;
                                        /** @enum {string} */
                                        readonly relevance: "low" | "medium" | "high";
                                    }[];
                                };
                                readonly version: number;
                            };
                            /** @enum {string} */
                            readonly rung: "none" | "cluster" | "group" | "sponsor";
                            readonly seen: readonly {
                                readonly features: readonly {
                                    readonly id: string;
                                    /** @description Software that anyone can get */
                                    readonly isPublic?: boolean;
                                    /** @enum {string} */
                                    readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                }[];
                                readonly field: string;
                                /** @description Findings in which it was seen, the first few */
                                readonly findings: readonly string[];
                                /** @enum {string} */
                                readonly how: "same" | "renamed" | "parent" | "alias" | "several" | "unknown";
                                readonly note?: string;
                                readonly written: string;
                            }[];
                            readonly settle: readonly {
                                readonly bits: number;
                                readonly favours: string;
                                readonly favoursName: string;
                                readonly feature: {
                                    readonly id: string;
                                    /** @description Software that anyone can get */
                                    readonly isPublic?: boolean;
                                    /** @enum {string} */
                                    readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                };
                                readonly ifNot: number;
                                readonly ifSeen: number;
                                readonly sources: readonly {
                                    readonly reports: readonly string[];
                                    /** @description Less than 1 where the source speaks of a larger group */
                                    readonly share: number;
                                    readonly source: string;
                                    readonly version: string;
                                    /** @description The campaign, program or group of another source over which it comes */
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly words?: string;
                                }[];
                            }[];
                            readonly someoneElse?: number;
                            readonly sources: readonly {
                                readonly source: string;
                                readonly version: string;
                            }[];
                            readonly sponsors: readonly {
                                readonly claims: readonly {
                                    readonly actor: string;
                                    readonly actorName: string;
                                    readonly confidence?: number;
                                    readonly source: string;
                                    readonly sponsor: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                }[];
                                readonly contradicting: readonly {
                                    readonly actor: string;
                                    readonly actorName: string;
                                    readonly confidence?: number;
                                    readonly source: string;
                                    readonly sponsor: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                    readonly via?: {
                                        readonly id: string;
                                        /** @enum {string} */
                                        readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                        readonly label: string;
                                    };
                                }[];
                                readonly probability: number;
                                readonly sponsor: {
                                    readonly id: string;
                                    /** @enum {string} */
                                    readonly kind: "entity" | "stix" | "vessel" | "payment" | "host" | "account" | "wallet" | "party" | "finding" | "indicator" | "rule" | "place" | "alias";
                                    readonly label: string;
                                };
                            }[];
                            readonly thresholds: {
                                readonly likely: number;
                                readonly named: number;
                            };
                            readonly unassigned: readonly {
                                readonly id: string;
                                /** @description Software that anyone can get */
                                readonly isPublic?: boolean;
                                /** @enum {string} */
                                readonly kind: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                readonly label: string;
                            }[];
                            readonly weighed: {
                                readonly groups: number;
                                readonly reports: number;
                            };
                            /** @description The verdict as a sentence */
                            readonly words: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/attribution/matrix": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Keep a person's matrix of competing hypotheses with the case */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description The version that was seen */
                        readonly expected: number;
                        readonly matrix: {
                            readonly hypotheses: readonly {
                                readonly id: string;
                                readonly label: string;
                            }[];
                            readonly rows: readonly {
                                readonly cells: readonly ("C" | "I" | "N" | "NA")[];
                                /** @enum {string} */
                                readonly credibility: "low" | "medium" | "high";
                                readonly id: string;
                                /** @enum {string} */
                                readonly kind?: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                readonly label: string;
                                readonly note?: string;
                                /** @enum {string} */
                                readonly relevance: "low" | "medium" | "high";
                            }[];
                        };
                        readonly what?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly at?: string;
                            readonly by?: string;
                            readonly canUndo: boolean;
                            /** @description Absent where nobody set one, or all was undone */
                            readonly matrix?: {
                                readonly hypotheses: readonly {
                                    readonly id: string;
                                    readonly label: string;
                                }[];
                                readonly rows: readonly {
                                    readonly cells: readonly ("C" | "I" | "N" | "NA")[];
                                    /** @enum {string} */
                                    readonly credibility: "low" | "medium" | "high";
                                    readonly id: string;
                                    /** @enum {string} */
                                    readonly kind?: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                    readonly note?: string;
                                    /** @enum {string} */
                                    readonly relevance: "low" | "medium" | "high";
                                }[];
                            };
                            readonly version: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/attribution/matrix/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take the last change of the matrix back */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description The version that was seen */
                        readonly expected: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly at?: string;
                            readonly by?: string;
                            readonly canUndo: boolean;
                            /** @description Absent where nobody set one, or all was undone */
                            readonly matrix?: {
                                readonly hypotheses: readonly {
                                    readonly id: string;
                                    readonly label: string;
                                }[];
                                readonly rows: readonly {
                                    readonly cells: readonly ("C" | "I" | "N" | "NA")[];
                                    /** @enum {string} */
                                    readonly credibility: "low" | "medium" | "high";
                                    readonly id: string;
                                    /** @enum {string} */
                                    readonly kind?: "technique" | "software" | "hash" | "infrastructure" | "wallet" | "corridor" | "victim-country" | "victim-sector" | "hours";
                                    readonly label: string;
                                    readonly note?: string;
                                    /** @enum {string} */
                                    readonly relevance: "low" | "medium" | "high";
                                }[];
                            };
                            readonly version: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/due": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Set the date by which a case is due */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** Format: date-time */
                        readonly due: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The log of a case, the latest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description The id of the last entry of the page before */
                    readonly before?: number;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly events: readonly {
                                readonly actor: string;
                                readonly at: string;
                                readonly body: {
                                    readonly [key: string]: unknown;
                                };
                                readonly case: number;
                                readonly id: number;
                                readonly kind: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/export/{format}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A case as a file; above TLP:GREEN `approve` is needed too. What is left to fill in is named in x-cordon-missing */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly format: "html" | "pdf" | "stix" | "misp" | "csv" | "goaml" | "ofac-blocking" | "ofac-rejected" | "ofac-annual";
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description What reports to authorities ask for and no case holds */
                        readonly facts?: {
                            readonly [key: string]: string;
                        };
                        /**
                         * @default en
                         * @enum {string}
                         */
                        readonly language?: "en" | "ko";
                        /**
                         * @default TLP:AMBER
                         * @enum {string}
                         */
                        readonly tlp?: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/export/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What of a case would leave at a marking, and how much is held back */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly tlp?: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly counts: {
                                readonly findings: number;
                                readonly notes: number;
                                readonly objects: number;
                                readonly payments: number;
                            };
                            /** @description At most 200 */
                            readonly findings: readonly {
                                readonly id: string;
                                readonly marking: string;
                                readonly statement: string;
                            }[];
                            /** @description How much is held back, by kind: never what */
                            readonly held: {
                                readonly [key: string]: number;
                            };
                            readonly heldTotal: number;
                            /** @enum {string} */
                            readonly level: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                            /**
                             * @description The strictest of what leaves
                             * @enum {string}
                             */
                            readonly marking: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                            /** @description Whether the one who asks may share at this level */
                            readonly mayRelease: boolean;
                            /** @description By report: what a person has to fill in */
                            readonly missing: {
                                readonly [key: string]: readonly string[];
                            };
                            readonly title: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The findings of a case, each with why it is there */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                    readonly order?: "rank" | "time";
                    readonly q?: string;
                    readonly undecided?: boolean;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly findings: readonly {
                                readonly changedSinceDecision: boolean;
                                /** Finding */
                                readonly finding: {
                                    /** @description The case that it is in */
                                    readonly case?: number;
                                    readonly decision?: {
                                        readonly at: string;
                                        readonly by: string;
                                        readonly reason: string;
                                        readonly revision: number;
                                        /** @enum {string} */
                                        readonly verdict: "true" | "false" | "unsure";
                                    };
                                    readonly evidence: readonly {
                                        readonly candidate: string;
                                        readonly contribution: number;
                                        readonly detail: string;
                                        readonly feature: string;
                                        readonly path?: string;
                                        readonly query: string;
                                        readonly source?: string;
                                        readonly version?: string;
                                    }[];
                                    readonly id: string;
                                    readonly knowledgeVersions: {
                                        readonly [key: string]: string;
                                    };
                                    readonly marking: string;
                                    readonly matches: readonly {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    }[];
                                    readonly place?: {
                                        readonly lat: number;
                                        readonly lon: number;
                                    };
                                    readonly probability?: {
                                        readonly calibratedOn: string;
                                        readonly prior: number;
                                        readonly value: number;
                                    };
                                    readonly revision: number;
                                    readonly rule: string;
                                    readonly ruleVersion: string;
                                    readonly score: number;
                                    /** @enum {string} */
                                    readonly severity: "low" | "medium" | "high" | "critical";
                                    /** @enum {string} */
                                    readonly state: "open" | "closed";
                                    readonly statement: string;
                                    readonly subjects: readonly {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    }[];
                                    /** @enum {string} */
                                    readonly watch: "screening" | "payments" | "maritime" | "cyber";
                                    readonly window: {
                                        readonly end?: number;
                                        readonly start: number;
                                    };
                                };
                                readonly joined: string;
                                readonly joins: readonly {
                                    readonly label: string;
                                    readonly rule: string;
                                    /** @description The finding that was there */
                                    readonly with?: string;
                                    readonly words: string;
                                }[];
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Keep a link to a record elsewhere */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @default  */
                        readonly label?: string;
                        readonly target: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/links/{link}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Take a link away; that it was there stays on record */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                    readonly link: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": Record<string, never>;
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/merge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Make other cases a part of this one */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly others: readonly number[];
                        /** @description Why: kept for ever */
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/notes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Add a note */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Text; @name mentions somebody */
                        readonly text: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/places": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where findings of a case happened, the gravest 500 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly places: readonly {
                                readonly at: number;
                                readonly finding: string;
                                readonly lat: number;
                                readonly lon: number;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                /** @enum {string} */
                                readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Answer a release that another person asked for */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly approve: boolean;
                        /** @description Why: kept for ever */
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/share": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put a case into a collection for TAXII, in place of what it had there before */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly collection: string;
                        /**
                         * @description Take out what it shared there before
                         * @default false
                         */
                        readonly nothing?: boolean;
                        /** @enum {string} */
                        readonly tlp: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly added: number;
                            readonly collection: string;
                            readonly held: number;
                            readonly objects: number;
                            readonly withdrawn: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/split": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Put findings into a case of their own; answers with it */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly findings: readonly string[];
                        /** @description Why: kept for ever */
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/state": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Move a case to a state */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Decide what is undecided in it along with it */
                        readonly decideRest?: boolean;
                        /** @default  */
                        readonly reason?: string;
                        /** @enum {string} */
                        readonly to: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignee?: string;
                            readonly changed: string;
                            readonly doors: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                            readonly due: string;
                            readonly dueByHand: boolean;
                            readonly findings: number;
                            readonly first?: string;
                            readonly follows: readonly number[];
                            readonly id: number;
                            readonly last?: string;
                            readonly mergedInto?: number;
                            readonly opened: string;
                            /**
                             * @description The gravest that it ever was
                             * @enum {string}
                             */
                            readonly peak: "low" | "medium" | "high" | "critical";
                            /** @description Somebody has asked for its release; a second person answers */
                            readonly release?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                            };
                            /**
                             * @description Its gravest evidence's, never by count
                             * @enum {string}
                             */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            readonly severityWords: string;
                            /** @enum {string} */
                            readonly state: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                            readonly subjects: number;
                            readonly title: string;
                            readonly undecided: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{id}/times": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many findings of a case happened when, in spans of equal length */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly bins: readonly {
                                readonly count: number;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly start: number;
                                /** @enum {string} */
                                readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            }[];
                            /** @description Milliseconds */
                            readonly width: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/assignees": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** To whom cases are assigned */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly assignees: readonly string[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/bulk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change many cases, or decide many findings, at once
         * @description One transaction. What is refused stays as it is, and the answer names it.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly change: {
                            readonly decideRest?: boolean;
                            /** @enum {string} */
                            readonly kind: "state";
                            readonly reason: string;
                            /** @enum {string} */
                            readonly to: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                        } | {
                            /** @enum {string} */
                            readonly kind: "assign";
                            readonly to?: string;
                        } | {
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            readonly due: string;
                            /** @enum {string} */
                            readonly kind: "due";
                        } | {
                            readonly findings?: readonly string[];
                            /** @enum {string} */
                            readonly kind: "decide";
                            /** @description Why: kept for ever */
                            readonly reason: string;
                            /** @enum {string} */
                            readonly verdict: "true" | "false" | "unsure";
                        };
                        readonly selection: {
                            readonly cases?: readonly number[];
                            /** @description All cases of a filter */
                            readonly query?: {
                                /** @description `nobody` for those that are not assigned */
                                readonly assignee?: string;
                                /** @description Only those that wait for a second person */
                                readonly awaiting?: boolean;
                                /** @enum {string} */
                                readonly due?: "overdue" | "today" | "week";
                                readonly mentions?: string;
                                readonly q?: string;
                                /**
                                 * @description At least
                                 * @enum {string}
                                 */
                                readonly severity?: "low" | "medium" | "high" | "critical";
                                /** @enum {string} */
                                readonly state?: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported" | "open" | "closed" | "all";
                                /** @enum {string} */
                                readonly watch?: "screening" | "payments" | "maritime" | "cyber";
                            };
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description The number to undo it by */
                            readonly bulk?: number;
                            readonly cases: number;
                            readonly done: number;
                            /** @description Findings that are decided */
                            readonly findings: number;
                            readonly lines: readonly {
                                readonly case: number;
                                readonly findings: number;
                                readonly from: string;
                                /** @enum {string} */
                                readonly outcome: "done" | "waits" | "refused" | "same";
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly title: string;
                                readonly to: string;
                                readonly words?: string;
                            }[];
                            readonly refused: number;
                            readonly same: number;
                            /** @description They wait for a second person */
                            readonly waits: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/bulk/{bulk}/undo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Undo a change of many, where what it set still stands */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly bulk: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cases: number;
                            readonly changedSince: number;
                            readonly findings: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/bulk/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a change of many would do, without doing it */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly change: {
                            readonly decideRest?: boolean;
                            /** @enum {string} */
                            readonly kind: "state";
                            readonly reason: string;
                            /** @enum {string} */
                            readonly to: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported";
                        } | {
                            /** @enum {string} */
                            readonly kind: "assign";
                            readonly to?: string;
                        } | {
                            /**
                             * Format: date-time
                             * @description ISO 8601
                             */
                            readonly due: string;
                            /** @enum {string} */
                            readonly kind: "due";
                        } | {
                            readonly findings?: readonly string[];
                            /** @enum {string} */
                            readonly kind: "decide";
                            /** @description Why: kept for ever */
                            readonly reason: string;
                            /** @enum {string} */
                            readonly verdict: "true" | "false" | "unsure";
                        };
                        readonly selection: {
                            readonly cases?: readonly number[];
                            /** @description All cases of a filter */
                            readonly query?: {
                                /** @description `nobody` for those that are not assigned */
                                readonly assignee?: string;
                                /** @description Only those that wait for a second person */
                                readonly awaiting?: boolean;
                                /** @enum {string} */
                                readonly due?: "overdue" | "today" | "week";
                                readonly mentions?: string;
                                readonly q?: string;
                                /**
                                 * @description At least
                                 * @enum {string}
                                 */
                                readonly severity?: "low" | "medium" | "high" | "critical";
                                /** @enum {string} */
                                readonly state?: "new" | "in-review" | "escalated" | "closed-true" | "closed-false" | "reported" | "open" | "closed" | "all";
                                /** @enum {string} */
                                readonly watch?: "screening" | "payments" | "maritime" | "cyber";
                            };
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description The number to undo it by */
                            readonly bulk?: number;
                            readonly cases: number;
                            readonly done: number;
                            /** @description Findings that are decided */
                            readonly findings: number;
                            readonly lines: readonly {
                                readonly case: number;
                                readonly findings: number;
                                readonly from: string;
                                /** @enum {string} */
                                readonly outcome: "done" | "waits" | "refused" | "same";
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly title: string;
                                readonly to: string;
                                readonly words?: string;
                            }[];
                            readonly refused: number;
                            readonly same: number;
                            /** @description They wait for a second person */
                            readonly waits: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drills": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Past operations that can be replayed, each with how its last run went */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly active?: {
                                readonly drill: string;
                                readonly id: string;
                            };
                            readonly drills: readonly {
                                /** @description UTC milliseconds */
                                readonly at: number;
                                readonly doors: readonly ("network" | "payments" | "sea")[];
                                readonly expected: number;
                                readonly faults?: readonly {
                                    readonly expected: string;
                                    readonly found: string;
                                    readonly where: string;
                                }[];
                                readonly id: string;
                                readonly last?: {
                                    readonly against: string;
                                    /** @description UTC milliseconds */
                                    readonly at: number;
                                    readonly digest: string;
                                    readonly drill: string;
                                    readonly expected: number;
                                    readonly falseAlarms: number;
                                    readonly inTime: number;
                                    readonly isOwn: boolean;
                                    /** @description From the first finding to the milestone that counts */
                                    readonly lead?: {
                                        readonly milestone: string;
                                        readonly ms: number;
                                    };
                                    readonly no: number;
                                    /** @enum {string} */
                                    readonly outcome: "seen" | "partly" | "missed";
                                    readonly title: string;
                                    readonly who: string;
                                };
                                readonly summary: string;
                                readonly title: string;
                            }[];
                            /** @description Where the institution's own rules stand: what the server was started with, the folder rules/ */
                            readonly ownRules?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drills/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A drill: what happened when, by which source, what is made up, and what must come of it */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly cases: readonly {
                                readonly joins: readonly string[];
                                readonly title: string;
                            }[];
                            readonly doors: readonly ("network" | "payments" | "sea")[];
                            readonly expect: readonly {
                                /** @description UTC milliseconds */
                                readonly by: number;
                                readonly id: string;
                                readonly rule: string;
                                readonly step: string;
                                readonly title: string;
                            }[];
                            readonly id: string;
                            readonly institution: {
                                readonly name: string;
                            };
                            readonly milestones: readonly {
                                /** @description UTC milliseconds */
                                readonly at: number;
                                readonly id: string;
                                readonly isLast: boolean;
                                readonly sources: readonly string[];
                                readonly title: string;
                            }[];
                            readonly runs: readonly {
                                readonly against: string;
                                /** @description UTC milliseconds */
                                readonly at: number;
                                readonly digest: string;
                                readonly drill: string;
                                readonly expected: number;
                                readonly falseAlarms: number;
                                readonly inTime: number;
                                readonly isOwn: boolean;
                                /** @description From the first finding to the milestone that counts */
                                readonly lead?: {
                                    readonly milestone: string;
                                    readonly ms: number;
                                };
                                readonly no: number;
                                /** @enum {string} */
                                readonly outcome: "seen" | "partly" | "missed";
                                readonly title: string;
                                readonly who: string;
                            }[];
                            readonly seed: number;
                            readonly sources: readonly {
                                readonly id: string;
                                readonly title: string;
                                readonly url?: string;
                                readonly verified: boolean;
                            }[];
                            readonly steps: readonly {
                                /** @description UTC milliseconds */
                                readonly at: number;
                                /** @enum {string} */
                                readonly door: "network" | "payments" | "sea" | "none";
                                readonly id: string;
                                readonly sources: readonly string[];
                                readonly synthetic?: string;
                                readonly title: string;
                                readonly unseen?: string;
                                /** @description UTC milliseconds */
                                readonly until?: number;
                            }[];
                            readonly summary: string;
                            readonly synthetic: string;
                            readonly title: string;
                            readonly version: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drills/{id}/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Begin a drill; one is on at a time. What comes of it is kept, apart from real findings and cases */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description Whose rules: the pack's, those of the data folder, those sent
                         * @default pack
                         * @enum {string}
                         */
                        readonly against?: "pack" | "own" | "files";
                        /** @default [] */
                        readonly files?: readonly {
                            readonly name: string;
                            readonly text: string;
                        }[];
                        /**
                         * @description Seconds of the operation in one second; 0: as fast as it goes
                         * @default 0
                         */
                        readonly speed?: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly against: string;
                            readonly count?: number;
                            readonly drill: string;
                            readonly fault?: string;
                            /** @description UTC milliseconds */
                            readonly from?: number;
                            readonly id: string;
                            /** @description UTC milliseconds */
                            readonly now?: number;
                            readonly of: number;
                            /** @enum {string} */
                            readonly part: "ordinary" | "operation";
                            readonly records: number;
                            readonly run?: number;
                            readonly speed: number;
                            /** @enum {string} */
                            readonly state: "running" | "paused" | "done" | "failed" | "stopped";
                            readonly told: readonly {
                                /** @enum {string} */
                                readonly door: "network" | "payments" | "sea";
                                readonly id: string;
                                readonly severity: string;
                                readonly statement: string;
                                readonly title: string;
                                /** @description UTC milliseconds */
                                readonly toldAt: number;
                            }[];
                            /** @description UTC milliseconds */
                            readonly until?: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drills/live/{run}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far a run is, and what was found since */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description Findings that the caller has */
                    readonly after?: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly run: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly against: string;
                            readonly count?: number;
                            readonly drill: string;
                            readonly fault?: string;
                            /** @description UTC milliseconds */
                            readonly from?: number;
                            readonly id: string;
                            /** @description UTC milliseconds */
                            readonly now?: number;
                            readonly of: number;
                            /** @enum {string} */
                            readonly part: "ordinary" | "operation";
                            readonly records: number;
                            readonly run?: number;
                            readonly speed: number;
                            /** @enum {string} */
                            readonly state: "running" | "paused" | "done" | "failed" | "stopped";
                            readonly told: readonly {
                                /** @enum {string} */
                                readonly door: "network" | "payments" | "sea";
                                readonly id: string;
                                readonly severity: string;
                                readonly statement: string;
                                readonly title: string;
                                /** @description UTC milliseconds */
                                readonly toldAt: number;
                            }[];
                            /** @description UTC milliseconds */
                            readonly until?: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Set the speed of a run, halt it, let it go on, stop it */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly run: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly paused?: boolean;
                        readonly speed?: number;
                        readonly stop?: boolean;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly against: string;
                            readonly count?: number;
                            readonly drill: string;
                            readonly fault?: string;
                            /** @description UTC milliseconds */
                            readonly from?: number;
                            readonly id: string;
                            /** @description UTC milliseconds */
                            readonly now?: number;
                            readonly of: number;
                            /** @enum {string} */
                            readonly part: "ordinary" | "operation";
                            readonly records: number;
                            readonly run?: number;
                            readonly speed: number;
                            /** @enum {string} */
                            readonly state: "running" | "paused" | "done" | "failed" | "stopped";
                            readonly told: readonly {
                                /** @enum {string} */
                                readonly door: "network" | "payments" | "sea";
                                readonly id: string;
                                readonly severity: string;
                                readonly statement: string;
                                readonly title: string;
                                /** @description UTC milliseconds */
                                readonly toldAt: number;
                            }[];
                            /** @description UTC milliseconds */
                            readonly until?: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/drills/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Runs that were kept, latest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly drill?: string;
                    readonly limit?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly runs: readonly {
                                readonly against: string;
                                /** @description UTC milliseconds */
                                readonly at: number;
                                readonly digest: string;
                                readonly drill: string;
                                readonly expected: number;
                                readonly falseAlarms: number;
                                readonly inTime: number;
                                readonly isOwn: boolean;
                                /** @description From the first finding to the milestone that counts */
                                readonly lead?: {
                                    readonly milestone: string;
                                    readonly ms: number;
                                };
                                readonly no: number;
                                /** @enum {string} */
                                readonly outcome: "seen" | "partly" | "missed";
                                readonly title: string;
                                readonly who: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drills/runs/{no}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A kept run with everything that came of it */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly no: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly against: string;
                            /** @description UTC milliseconds */
                            readonly at: number;
                            readonly digest: string;
                            readonly drill: string;
                            readonly expected: number;
                            readonly falseAlarms: number;
                            readonly inTime: number;
                            readonly isOwn: boolean;
                            /** @description From the first finding to the milestone that counts */
                            readonly lead?: {
                                readonly milestone: string;
                                readonly ms: number;
                            };
                            readonly no: number;
                            /** @enum {string} */
                            readonly outcome: "seen" | "partly" | "missed";
                            readonly result: {
                                readonly against: {
                                    readonly isOwn: boolean;
                                    readonly name: string;
                                    readonly rejects: readonly {
                                        readonly reason: string;
                                        readonly where: string;
                                    }[];
                                };
                                readonly cases: readonly {
                                    readonly doors: readonly ("network" | "payments" | "sea")[];
                                    readonly findings: readonly {
                                        readonly id: string;
                                        readonly isOrdinary: boolean;
                                        readonly joins: readonly {
                                            readonly rule: string;
                                            readonly words: string;
                                        }[];
                                    }[];
                                    readonly number: number;
                                    /** @enum {string} */
                                    readonly severity: "low" | "medium" | "high" | "critical";
                                    readonly title: string;
                                    readonly words: string;
                                }[];
                                readonly digest: string;
                                readonly doors: readonly {
                                    /** @enum {string} */
                                    readonly door: "network" | "payments" | "sea";
                                    readonly operation: number;
                                    readonly ordinary: number;
                                    readonly rules: string;
                                }[];
                                readonly drill: {
                                    readonly id: string;
                                    readonly title: string;
                                    readonly version: string;
                                };
                                readonly expected: readonly {
                                    /** @description UTC milliseconds */
                                    readonly by: number;
                                    readonly findings: readonly string[];
                                    readonly foundBy?: string;
                                    readonly id: string;
                                    readonly rule: string;
                                    /** @enum {string} */
                                    readonly status: "in-time" | "late" | "missed";
                                    readonly step: string;
                                    readonly title: string;
                                    /** @description UTC milliseconds */
                                    readonly toldAt?: number;
                                    readonly why?: string;
                                }[];
                                readonly expectedCases: readonly {
                                    readonly cases: readonly number[];
                                    readonly joins: readonly string[];
                                    /** @enum {string} */
                                    readonly status: "joined" | "apart" | "missed";
                                    readonly title: string;
                                }[];
                                readonly falseAlarms: {
                                    readonly byRule: readonly {
                                        readonly count: number;
                                        readonly rule: string;
                                        readonly title: string;
                                    }[];
                                    readonly count: number;
                                };
                                readonly findings: readonly {
                                    readonly case: number;
                                    /** @enum {string} */
                                    readonly door: "network" | "payments" | "sea";
                                    readonly expected?: string;
                                    readonly id: string;
                                    readonly reasons: readonly string[];
                                    readonly rule: string;
                                    /** @enum {string} */
                                    readonly severity: "low" | "medium" | "high" | "critical";
                                    readonly statement: string;
                                    readonly subjects: readonly {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    }[];
                                    readonly title: string;
                                    /** @description UTC milliseconds */
                                    readonly toldAt: number;
                                    readonly watch: string;
                                }[];
                                readonly firstTold?: {
                                    /** @description UTC milliseconds */
                                    readonly at: number;
                                    readonly finding: string;
                                };
                                /** @description UTC milliseconds */
                                readonly from: number;
                                readonly milestones: readonly {
                                    /** @description UTC milliseconds */
                                    readonly at: number;
                                    readonly id: string;
                                    readonly isLast: boolean;
                                    readonly lead?: number;
                                    readonly sources: readonly string[];
                                    readonly title: string;
                                }[];
                                /** @enum {string} */
                                readonly outcome: "seen" | "partly" | "missed";
                                readonly steps: readonly {
                                    /** @description UTC milliseconds */
                                    readonly at: number;
                                    /** @enum {string} */
                                    readonly door: "network" | "payments" | "sea" | "none";
                                    readonly id: string;
                                    readonly sources: readonly string[];
                                    /** @enum {string} */
                                    readonly status: "seen" | "partly" | "missed" | "no-door";
                                    readonly synthetic?: string;
                                    readonly title: string;
                                    /** @description UTC milliseconds */
                                    readonly until?: number;
                                    readonly why?: string;
                                }[];
                                readonly timeToFirst?: number;
                                /** @description UTC milliseconds */
                                readonly until: number;
                            };
                            readonly title: string;
                            readonly who: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drills/runs/{no}/compared/{other}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A run against an earlier one: what is better, what is worse */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly no: number;
                    readonly other: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly after: {
                                readonly against: string;
                                /** @description UTC milliseconds */
                                readonly at: number;
                                readonly digest: string;
                                readonly drill: string;
                                readonly expected: number;
                                readonly falseAlarms: number;
                                readonly inTime: number;
                                readonly isOwn: boolean;
                                /** @description From the first finding to the milestone that counts */
                                readonly lead?: {
                                    readonly milestone: string;
                                    readonly ms: number;
                                };
                                readonly no: number;
                                /** @enum {string} */
                                readonly outcome: "seen" | "partly" | "missed";
                                readonly title: string;
                                readonly who: string;
                            };
                            readonly before: {
                                readonly against: string;
                                /** @description UTC milliseconds */
                                readonly at: number;
                                readonly digest: string;
                                readonly drill: string;
                                readonly expected: number;
                                readonly falseAlarms: number;
                                readonly inTime: number;
                                readonly isOwn: boolean;
                                /** @description From the first finding to the milestone that counts */
                                readonly lead?: {
                                    readonly milestone: string;
                                    readonly ms: number;
                                };
                                readonly no: number;
                                /** @enum {string} */
                                readonly outcome: "seen" | "partly" | "missed";
                                readonly title: string;
                                readonly who: string;
                            };
                            readonly cases: readonly {
                                /** @enum {string} */
                                readonly after?: "joined" | "apart" | "missed";
                                /** @enum {string} */
                                readonly before?: "joined" | "apart" | "missed";
                                readonly title: string;
                            }[];
                            readonly falseAlarms: number;
                            readonly findings: readonly {
                                /** @enum {string} */
                                readonly after?: "in-time" | "late" | "missed";
                                /** @enum {string} */
                                readonly before?: "in-time" | "late" | "missed";
                                /** @enum {string} */
                                readonly change: "better" | "worse" | "same";
                                readonly earlier?: number;
                                readonly id: string;
                                readonly title: string;
                            }[];
                            readonly inTime: number;
                            readonly isOtherVersion: boolean;
                            /** @enum {string} */
                            readonly verdict: "better" | "worse" | "same" | "mixed";
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/entities/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An entity with every fact and who says it, its links and its designations */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** Entity */
                            readonly entity: {
                                readonly caption: string;
                                readonly datasets: readonly string[];
                                readonly first_seen?: string;
                                readonly id: string;
                                readonly last_change?: string;
                                readonly last_seen?: string;
                                /** @description Texts, or entities where they are nested */
                                readonly properties: {
                                    readonly [key: string]: readonly unknown[];
                                };
                                readonly referents: readonly string[];
                                readonly schema: string;
                                readonly target: boolean;
                            };
                            readonly links: readonly {
                                /** @enum {string} */
                                readonly direction: "out" | "in";
                                /** Entity */
                                readonly entity: {
                                    readonly caption: string;
                                    readonly datasets: readonly string[];
                                    readonly first_seen?: string;
                                    readonly id: string;
                                    readonly last_change?: string;
                                    readonly last_seen?: string;
                                    /** @description Texts, or entities where they are nested */
                                    readonly properties: {
                                        readonly [key: string]: readonly unknown[];
                                    };
                                    readonly referents: readonly string[];
                                    readonly schema: string;
                                    readonly target: boolean;
                                };
                                readonly label: string;
                                readonly property: string;
                                /** Entity */
                                readonly via?: {
                                    readonly caption: string;
                                    readonly datasets: readonly string[];
                                    readonly first_seen?: string;
                                    readonly id: string;
                                    readonly last_change?: string;
                                    readonly last_seen?: string;
                                    /** @description Texts, or entities where they are nested */
                                    readonly properties: {
                                        readonly [key: string]: readonly unknown[];
                                    };
                                    readonly referents: readonly string[];
                                    readonly schema: string;
                                    readonly target: boolean;
                                };
                            }[];
                            readonly sanctions: readonly {
                                readonly authority?: string;
                                readonly caption: string;
                                readonly datasets: readonly string[];
                                readonly endDate?: string;
                                readonly first_seen?: string;
                                readonly id: string;
                                readonly last_change?: string;
                                readonly last_seen?: string;
                                readonly legalBasis?: string;
                                readonly listingDate?: string;
                                readonly measures?: string;
                                readonly program?: string;
                                /** @description Texts, or entities where they are nested */
                                readonly properties: {
                                    readonly [key: string]: readonly unknown[];
                                };
                                readonly reason?: string;
                                readonly referents: readonly string[];
                                readonly schema: string;
                                readonly source?: string;
                                readonly sourceUrl?: string;
                                readonly startDate?: string;
                                readonly target: boolean;
                            }[];
                            readonly statements: readonly {
                                readonly date?: {
                                    readonly circa?: boolean;
                                    readonly from?: string;
                                    readonly to?: string;
                                };
                                readonly firstSeen?: string;
                                readonly label: string;
                                readonly lang?: string;
                                readonly lastSeen?: string;
                                readonly original?: string;
                                readonly property: string;
                                readonly source: string;
                                readonly value: string;
                                readonly version?: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/entities/{id}/joined": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The entries of other lists that are one with this one, why, and those kept apart */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly apart: readonly {
                                readonly id: string;
                                readonly label: string;
                                readonly reasons: readonly {
                                    readonly by: string;
                                    /** @enum {string} */
                                    readonly kind: "person" | "reference" | "identifier" | "score";
                                    readonly reason: string;
                                    readonly since: string;
                                    readonly with: string;
                                }[];
                            }[];
                            readonly id: string;
                            readonly members: readonly {
                                readonly datasets: readonly string[];
                                readonly id: string;
                                readonly joined: readonly {
                                    readonly by: string;
                                    /** @enum {string} */
                                    readonly kind: "person" | "reference" | "identifier" | "score";
                                    readonly reason: string;
                                    readonly since: string;
                                    readonly with: string;
                                }[];
                                readonly label: string;
                                readonly properties: {
                                    readonly [key: string]: readonly string[];
                                };
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** Say that two entries are one, or two, or take that back */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description The id of the other entry */
                        readonly other: string;
                        readonly reason: string;
                        /**
                         * @description These are one; these are two; take back what was said
                         * @enum {string}
                         */
                        readonly say: "one" | "two" | "undo";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly apart: readonly {
                                readonly id: string;
                                readonly label: string;
                                readonly reasons: readonly {
                                    readonly by: string;
                                    /** @enum {string} */
                                    readonly kind: "person" | "reference" | "identifier" | "score";
                                    readonly reason: string;
                                    readonly since: string;
                                    readonly with: string;
                                }[];
                            }[];
                            readonly id: string;
                            readonly members: readonly {
                                readonly datasets: readonly string[];
                                readonly id: string;
                                readonly joined: readonly {
                                    readonly by: string;
                                    /** @enum {string} */
                                    readonly kind: "person" | "reference" | "identifier" | "score";
                                    readonly reason: string;
                                    readonly since: string;
                                    readonly with: string;
                                }[];
                                readonly label: string;
                                readonly properties: {
                                    readonly [key: string]: readonly string[];
                                };
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/entities/{id}/ownership": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How an entity stands under OFAC's 50 Percent Rule and the EU's and the UK's tests, with the chain */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly day?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly day: string;
                            readonly rules: readonly {
                                readonly [key: string]: unknown;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What happens, as server-sent events
         * @description Findings that came or grew, decisions, versions of lists, the progress of work. Reconnect with `Last-Event-ID`: nothing is lost and nothing comes twice. `reset` says that what you missed is no longer kept.
         */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description The last event that you have, where the header Last-Event-ID cannot be sent */
                    readonly after?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description text/event-stream */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/find": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Search everything: entities, findings, ships, threats and indicators, watched parties, lists
         * @description Every room is asked at once and has until `wait`; those that take longer are told as `late`, and what they find is ready when asked again.
         */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Most hits of each room */
                    readonly limit?: number;
                    readonly q: string;
                    /** @description Only these, with commas between */
                    readonly rooms?: string;
                    /** @description Milliseconds that a room is waited for */
                    readonly wait?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly groups: readonly {
                                readonly hits: readonly {
                                    readonly detail?: string;
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly title: string;
                                    readonly watch?: string;
                                }[];
                                readonly more: boolean;
                                /** @description Nothing bears the words as they are; these differ in a letter or two */
                                readonly near?: boolean;
                                readonly room: string;
                                /**
                                 * @description A room that is late or failed hides no other
                                 * @enum {string}
                                 */
                                readonly state: "answered" | "late" | "failed";
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Findings, the gravest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                    readonly q?: string;
                    readonly severity?: "low" | "medium" | "high" | "critical";
                    readonly verdict?: "true" | "false" | "unsure" | "undecided" | "all";
                    readonly watch?: "screening" | "payments" | "maritime" | "cyber";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly counts: {
                                readonly false: number;
                                readonly true: number;
                                readonly undecided: number;
                                readonly unsure: number;
                            };
                            readonly findings: readonly {
                                /** @description The case that it is in */
                                readonly case?: number;
                                readonly decision?: {
                                    readonly at: string;
                                    readonly by: string;
                                    readonly reason: string;
                                    readonly revision: number;
                                    /** @enum {string} */
                                    readonly verdict: "true" | "false" | "unsure";
                                };
                                readonly evidence: readonly {
                                    readonly candidate: string;
                                    readonly contribution: number;
                                    readonly detail: string;
                                    readonly feature: string;
                                    readonly path?: string;
                                    readonly query: string;
                                    readonly source?: string;
                                    readonly version?: string;
                                }[];
                                readonly id: string;
                                readonly knowledgeVersions: {
                                    readonly [key: string]: string;
                                };
                                readonly marking: string;
                                readonly matches: readonly {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                }[];
                                readonly place?: {
                                    readonly lat: number;
                                    readonly lon: number;
                                };
                                readonly probability?: {
                                    readonly calibratedOn: string;
                                    readonly prior: number;
                                    readonly value: number;
                                };
                                readonly revision: number;
                                readonly rule: string;
                                readonly ruleVersion: string;
                                readonly score: number;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                /** @enum {string} */
                                readonly state: "open" | "closed";
                                readonly statement: string;
                                readonly subjects: readonly {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                }[];
                                /** @enum {string} */
                                readonly watch: "screening" | "payments" | "maritime" | "cyber";
                                readonly window: {
                                    readonly end?: number;
                                    readonly start: number;
                                };
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/findings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One finding */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description The case that it is in */
                            readonly case?: number;
                            readonly decision?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                                readonly revision: number;
                                /** @enum {string} */
                                readonly verdict: "true" | "false" | "unsure";
                            };
                            readonly evidence: readonly {
                                readonly candidate: string;
                                readonly contribution: number;
                                readonly detail: string;
                                readonly feature: string;
                                readonly path?: string;
                                readonly query: string;
                                readonly source?: string;
                                readonly version?: string;
                            }[];
                            readonly id: string;
                            readonly knowledgeVersions: {
                                readonly [key: string]: string;
                            };
                            readonly marking: string;
                            readonly matches: readonly {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            }[];
                            readonly place?: {
                                readonly lat: number;
                                readonly lon: number;
                            };
                            readonly probability?: {
                                readonly calibratedOn: string;
                                readonly prior: number;
                                readonly value: number;
                            };
                            readonly revision: number;
                            readonly rule: string;
                            readonly ruleVersion: string;
                            readonly score: number;
                            /** @enum {string} */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            /** @enum {string} */
                            readonly state: "open" | "closed";
                            readonly statement: string;
                            readonly subjects: readonly {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            }[];
                            /** @enum {string} */
                            readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            readonly window: {
                                readonly end?: number;
                                readonly start: number;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/findings/{id}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decide a finding, with a reason */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Why: kept for ever in the audit log */
                        readonly reason: string;
                        /** @enum {string} */
                        readonly verdict: "true" | "false" | "unsure";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description The case that it is in */
                            readonly case?: number;
                            readonly decision?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                                readonly revision: number;
                                /** @enum {string} */
                                readonly verdict: "true" | "false" | "unsure";
                            };
                            readonly evidence: readonly {
                                readonly candidate: string;
                                readonly contribution: number;
                                readonly detail: string;
                                readonly feature: string;
                                readonly path?: string;
                                readonly query: string;
                                readonly source?: string;
                                readonly version?: string;
                            }[];
                            readonly id: string;
                            readonly knowledgeVersions: {
                                readonly [key: string]: string;
                            };
                            readonly marking: string;
                            readonly matches: readonly {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            }[];
                            readonly place?: {
                                readonly lat: number;
                                readonly lon: number;
                            };
                            readonly probability?: {
                                readonly calibratedOn: string;
                                readonly prior: number;
                                readonly value: number;
                            };
                            readonly revision: number;
                            readonly rule: string;
                            readonly ruleVersion: string;
                            readonly score: number;
                            /** @enum {string} */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            /** @enum {string} */
                            readonly state: "open" | "closed";
                            readonly statement: string;
                            readonly subjects: readonly {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            }[];
                            /** @enum {string} */
                            readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            readonly window: {
                                readonly end?: number;
                                readonly start: number;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        /** Take a decision back; the record of it stays */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description The case that it is in */
                            readonly case?: number;
                            readonly decision?: {
                                readonly at: string;
                                readonly by: string;
                                readonly reason: string;
                                readonly revision: number;
                                /** @enum {string} */
                                readonly verdict: "true" | "false" | "unsure";
                            };
                            readonly evidence: readonly {
                                readonly candidate: string;
                                readonly contribution: number;
                                readonly detail: string;
                                readonly feature: string;
                                readonly path?: string;
                                readonly query: string;
                                readonly source?: string;
                                readonly version?: string;
                            }[];
                            readonly id: string;
                            readonly knowledgeVersions: {
                                readonly [key: string]: string;
                            };
                            readonly marking: string;
                            readonly matches: readonly {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            }[];
                            readonly place?: {
                                readonly lat: number;
                                readonly lon: number;
                            };
                            readonly probability?: {
                                readonly calibratedOn: string;
                                readonly prior: number;
                                readonly value: number;
                            };
                            readonly revision: number;
                            readonly rule: string;
                            readonly ruleVersion: string;
                            readonly score: number;
                            /** @enum {string} */
                            readonly severity: "low" | "medium" | "high" | "critical";
                            /** @enum {string} */
                            readonly state: "open" | "closed";
                            readonly statement: string;
                            readonly subjects: readonly {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            }[];
                            /** @enum {string} */
                            readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            readonly window: {
                                readonly end?: number;
                                readonly start: number;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/floor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What came in by door, what waits for a person, what runs */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description 1 is told by hours, more by days */
                    readonly days?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Milliseconds of a bucket */
                            readonly bucket: number;
                            readonly doors: readonly {
                                readonly arrived: {
                                    readonly critical: readonly number[];
                                    readonly high: readonly number[];
                                    readonly low: readonly number[];
                                    readonly medium: readonly number[];
                                };
                                readonly latest?: string;
                                readonly total: number;
                                readonly undecided: number;
                                /** @enum {string} */
                                readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            }[];
                            /** @description Open cases, those first that are due first */
                            readonly due: readonly {
                                readonly assignee?: string;
                                readonly due: string;
                                readonly findings: number;
                                readonly id: number;
                                readonly overdue: boolean;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly title: string;
                            }[];
                            /** @description Start of the first bucket, UTC milliseconds */
                            readonly from: number;
                            /** @description Undecided, those first that wait longest */
                            readonly oldest: readonly {
                                readonly arrived: string;
                                readonly id: string;
                                readonly rule: string;
                                readonly score: number;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly statement: string;
                                /** @enum {string} */
                                readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            }[];
                            /** @description Work that goes on, of this server and of other processes on its store */
                            readonly running: readonly {
                                readonly at?: number;
                                readonly done?: number;
                                /** @enum {string} */
                                readonly job: "import" | "watch" | "load";
                                readonly name: string;
                                readonly total?: number;
                                /** @enum {string} */
                                readonly unit?: "bytes" | "observations" | "entities";
                            }[];
                            /** @description Undecided, the gravest first */
                            readonly urgent: readonly {
                                readonly arrived: string;
                                readonly id: string;
                                readonly rule: string;
                                readonly score: number;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly statement: string;
                                /** @enum {string} */
                                readonly watch: "screening" | "payments" | "maritime" | "cyber";
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/graph/around": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Several things, what joins them, and every link among all of these: a picture */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Only links that hold on this day; those without dates always do */
                    readonly at?: string;
                    /** @description Wait for a graph that holds all that is stored now, instead of one some seconds old */
                    readonly fresh?: boolean;
                    readonly limit?: number;
                    /** @description Things, as for the other questions */
                    readonly of: readonly string[];
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly relation?: readonly string[];
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly without?: readonly string[];
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description When what is in the graph was read */
                            readonly builtAt: string;
                            /** @description Things next to these that found no place */
                            readonly left: number;
                            readonly links: readonly {
                                readonly carry: number;
                                readonly confidence?: number;
                                readonly family: string;
                                readonly from: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                                readonly note?: string;
                                readonly record?: string;
                                readonly relation: string;
                                readonly since?: string;
                                readonly source: string;
                                readonly to: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                                readonly until?: string;
                                readonly words: string;
                            }[];
                            /** @description Things that nothing is linked to */
                            readonly missing: readonly string[];
                            readonly nodes: readonly {
                                readonly asked: boolean;
                                readonly degree: number;
                                readonly designated: boolean;
                                readonly ref: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly things: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/graph/exposure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which designated things a thing leads to, over which way, and how much the way carries */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Only links that hold on this day; those without dates always do */
                    readonly at?: string;
                    /** @description Wait for a graph that holds all that is stored now, instead of one some seconds old */
                    readonly fresh?: boolean;
                    readonly hops?: number;
                    readonly least?: number;
                    readonly limit?: number;
                    /** @description A thing: `kind:id` (`entity:ofac-27307`, `vessel:imo:8628597`, `finding:3f2a...`), an id, an IMO number, an MMSI, a wallet, an ATT&CK code, or a name that one thing alone has */
                    readonly of: string;
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly relation?: readonly string[];
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly without?: readonly string[];
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description When what is in the graph was read */
                            readonly builtAt: string;
                            readonly cut: number;
                            readonly designated: boolean;
                            readonly exposures: readonly {
                                readonly hops: number;
                                readonly share: number;
                                readonly steps: readonly {
                                    readonly carry: number;
                                    readonly confidence?: number;
                                    readonly family: string;
                                    readonly from: {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    };
                                    readonly note?: string;
                                    readonly record?: string;
                                    readonly relation: string;
                                    readonly since?: string;
                                    readonly source: string;
                                    readonly to: {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    };
                                    readonly until?: string;
                                    readonly words: string;
                                }[];
                                readonly to: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly links: number;
                            readonly of: {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            };
                            readonly reached: number;
                            readonly things: number;
                            readonly total: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/graph/neighbours": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a thing is linked to, those links first that carry most */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Only links that hold on this day; those without dates always do */
                    readonly at?: string;
                    /** @description Wait for a graph that holds all that is stored now, instead of one some seconds old */
                    readonly fresh?: boolean;
                    readonly kind?: readonly string[];
                    readonly limit?: number;
                    /** @description A thing: `kind:id` (`entity:ofac-27307`, `vessel:imo:8628597`, `finding:3f2a...`), an id, an IMO number, an MMSI, a wallet, an ATT&CK code, or a name that one thing alone has */
                    readonly of: string;
                    readonly offset?: number;
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly relation?: readonly string[];
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly without?: readonly string[];
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description When what is in the graph was read */
                            readonly builtAt: string;
                            readonly byKind: {
                                readonly [key: string]: number;
                            };
                            readonly byRelation: {
                                readonly [key: string]: number;
                            };
                            readonly designated: boolean;
                            readonly links: readonly {
                                readonly degree: number;
                                readonly designated: boolean;
                                readonly step: {
                                    readonly carry: number;
                                    readonly confidence?: number;
                                    readonly family: string;
                                    readonly from: {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    };
                                    readonly note?: string;
                                    readonly record?: string;
                                    readonly relation: string;
                                    readonly since?: string;
                                    readonly source: string;
                                    readonly to: {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    };
                                    readonly until?: string;
                                    readonly words: string;
                                };
                            }[];
                            readonly of: {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            };
                            readonly things: number;
                            readonly total: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/graph/paths": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How two things are linked: the shortest ways, explained link by link */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description Only links that hold on this day; those without dates always do */
                    readonly at?: string;
                    /** @description Wait for a graph that holds all that is stored now, instead of one some seconds old */
                    readonly fresh?: boolean;
                    /** @description A thing: `kind:id` (`entity:ofac-27307`, `vessel:imo:8628597`, `finding:3f2a...`), an id, an IMO number, an MMSI, a wallet, an ATT&CK code, or a name that one thing alone has */
                    readonly from: string;
                    readonly hops?: number;
                    readonly limit?: number;
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly relation?: readonly string[];
                    /** @description A thing: `kind:id` (`entity:ofac-27307`, `vessel:imo:8628597`, `finding:3f2a...`), an id, an IMO number, an MMSI, a wallet, an ATT&CK code, or a name that one thing alone has */
                    readonly to: string;
                    /** @description Relations: same-as, has-number, states-number, succeeds, alias-of, owns, controls, parent-of, holds, directs, employs, represents, member-of, succession, linked, family, associate, located, paid, party-to, moved-through, transferred, met, seen-as, attributed-to, uses, uses-technique, subtechnique-of, indicates, part-of, similar-to, about, matches, found-by, shows, or one that a source brings */
                    readonly without?: readonly string[];
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description When what is in the graph was read */
                            readonly builtAt: string;
                            readonly compared: number;
                            readonly cut: number;
                            readonly from: {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            };
                            readonly hops?: number;
                            readonly links: number;
                            readonly paths: readonly {
                                readonly carry: number;
                                readonly shared: readonly {
                                    readonly links: number;
                                    readonly thing: {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    };
                                }[];
                                readonly steps: readonly {
                                    /** @description Further links between the same two */
                                    readonly also: readonly {
                                        readonly carry: number;
                                        readonly confidence?: number;
                                        readonly family: string;
                                        readonly from: {
                                            readonly id: string;
                                            readonly kind: string;
                                            readonly label: string;
                                        };
                                        readonly note?: string;
                                        readonly record?: string;
                                        readonly relation: string;
                                        readonly since?: string;
                                        readonly source: string;
                                        readonly to: {
                                            readonly id: string;
                                            readonly kind: string;
                                            readonly label: string;
                                        };
                                        readonly until?: string;
                                        readonly words: string;
                                    }[];
                                    readonly carry: number;
                                    readonly confidence?: number;
                                    readonly family: string;
                                    readonly from: {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    };
                                    readonly note?: string;
                                    readonly record?: string;
                                    readonly relation: string;
                                    readonly since?: string;
                                    readonly source: string;
                                    readonly to: {
                                        readonly id: string;
                                        readonly kind: string;
                                        readonly label: string;
                                    };
                                    readonly until?: string;
                                    readonly words: string;
                                }[];
                            }[];
                            readonly things: number;
                            readonly to: {
                                readonly id: string;
                                readonly kind: string;
                                readonly label: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/knowledge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is known of threats: collections, and how much */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly collections: readonly {
                                readonly fetched: string;
                                readonly format: string;
                                readonly id: string;
                                readonly imported: string;
                                readonly indicators: number;
                                readonly items: number;
                                readonly name: string;
                                readonly rejectedBy: {
                                    readonly [key: string]: number;
                                };
                                readonly rejects: number;
                                readonly seq: number;
                                readonly source: string;
                                readonly version: string;
                            }[];
                            /** @description References that lead to nothing, and contents that contradict each other */
                            readonly faults: number;
                            readonly indicators: number;
                            readonly kinds: {
                                readonly [key: string]: number;
                            };
                            readonly objects: number;
                            readonly types: {
                                readonly [key: string]: number;
                            };
                            readonly warningLists: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/knowledge/attack": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * ATT&CK as a matrix: tactics in order, techniques, and what groups use which
         * @description Empty where no ATT&CK bundle was imported. `techniques` of a group are its own, `campaignTechniques` those that only its campaigns use.
         */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Day on which the technique that was changed last was changed */
                            readonly changed?: string;
                            readonly groups: readonly {
                                readonly aliases: readonly string[];
                                readonly attributedTo: readonly string[];
                                readonly campaignTechniques: readonly string[];
                                readonly code: string;
                                readonly id: string;
                                readonly name: string;
                                readonly techniques: readonly string[];
                            }[];
                            readonly tactics: readonly {
                                readonly code: string;
                                readonly id: string;
                                readonly name: string;
                                readonly shortName: string;
                            }[];
                            readonly techniques: readonly {
                                readonly code: string;
                                readonly id: string;
                                readonly name: string;
                                readonly parent?: string;
                                readonly platforms: readonly string[];
                                readonly tactics: readonly string[];
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/knowledge/indicator": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An indicator: who says what of it, what it is worth now, warning lists, sightings */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description By its form where it is left out */
                    readonly kind?: "ipv4" | "ipv6" | "domain" | "url" | "socket" | "md5" | "sha1" | "sha256" | "sha512" | "email" | "file-name" | "file-path" | "mutex" | "registry-key" | "user-agent" | "ja3" | "ja4" | "wallet" | "bic" | "account";
                    /** @description May be defanged */
                    readonly value: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly claims: readonly {
                                readonly about: readonly {
                                    readonly id: string;
                                    readonly label: string;
                                }[];
                                readonly collection: string;
                                readonly confidence?: number;
                                readonly lastSeen?: string;
                                readonly note?: string;
                                readonly pap?: string;
                                readonly references: readonly string[];
                                readonly revoked: boolean;
                                /** @description When it was first imported */
                                readonly since: string;
                                readonly source: string;
                                readonly subdomains: boolean;
                                readonly tlp?: string;
                                /** @description When a later version of the collection no longer said it */
                                readonly until?: string;
                                readonly validFrom?: string;
                                readonly validUntil?: string;
                            }[];
                            readonly confidence?: number;
                            readonly decaysAt?: string;
                            readonly kind: string;
                            /** @description Some collection that answers says something of it */
                            readonly known: boolean;
                            readonly lastSeen?: string;
                            /** @description 0..1: the decayed confidence */
                            readonly score?: number;
                            readonly sightings: {
                                readonly latest: readonly {
                                    readonly at: string;
                                    readonly host?: string;
                                    readonly path?: string;
                                    readonly place: string;
                                    readonly written: string;
                                }[];
                                readonly total: number;
                            };
                            /** @enum {string} */
                            readonly state?: "active" | "decayed" | "expired" | "set-aside";
                            readonly value: string;
                            readonly warnings: readonly {
                                readonly entry: string;
                                readonly list: string;
                                readonly reason: string;
                                readonly setsAside: boolean;
                                readonly version?: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/knowledge/match": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * All known indicators in a free text, defanged ones too
         * @description At most 1,000 are told. `state` is judged at `at` (ISO 8601), by default now.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly at?: string;
                        readonly text: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly matches: readonly {
                                readonly defanged: boolean;
                                /** @enum {string} */
                                readonly how: "itself" | "network" | "parent-domain" | "without-query" | "file-of-path";
                                readonly kind: string;
                                readonly reasons: readonly string[];
                                readonly score: number;
                                readonly sources: readonly string[];
                                /** @enum {string} */
                                readonly state: "active" | "decayed" | "expired" | "set-aside";
                                readonly value: string;
                                readonly written: string;
                            }[];
                            readonly total: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/knowledge/objects/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A group, tool, campaign or technique with everything that is said of it, and by whom
         * @description The id is a STIX id or a short one (`G0032`). Aliases are claims of their sources: `also` names what else is called so.
         */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly attributions: readonly {
                                readonly confidence?: number;
                                readonly source: string;
                                readonly to: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly campaigns: readonly {
                                readonly code?: string;
                                readonly confidence?: number;
                                readonly description?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly references?: readonly {
                                    readonly name: string;
                                    readonly url?: string;
                                }[];
                                readonly relation: string;
                                readonly source: string;
                                readonly type: string;
                                /** @description The campaign by which it comes */
                                readonly via?: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly code?: string;
                            readonly deprecated: boolean;
                            readonly description?: string;
                            readonly id: string;
                            readonly indicators: {
                                readonly counts: {
                                    readonly [key: string]: number;
                                };
                                readonly first: readonly {
                                    readonly kind: string;
                                    readonly score: number;
                                    readonly state: string;
                                    readonly value: string;
                                }[];
                            };
                            readonly mitigations: readonly {
                                readonly code?: string;
                                readonly confidence?: number;
                                readonly description?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly references?: readonly {
                                    readonly name: string;
                                    readonly url?: string;
                                }[];
                                readonly relation: string;
                                readonly source: string;
                                readonly type: string;
                                /** @description The campaign by which it comes */
                                readonly via?: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly name: string;
                            readonly names: readonly {
                                readonly also: readonly {
                                    readonly id: string;
                                    readonly label: string;
                                    readonly source: string;
                                }[];
                                readonly confidence?: number;
                                readonly name: string;
                                readonly source: string;
                            }[];
                            readonly pattern?: {
                                readonly language: string;
                                readonly text: string;
                            };
                            readonly replacedBy?: {
                                readonly id: string;
                                readonly name: string;
                            };
                            readonly reports: readonly {
                                readonly code?: string;
                                readonly confidence?: number;
                                readonly description?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly references?: readonly {
                                    readonly name: string;
                                    readonly url?: string;
                                }[];
                                readonly relation: string;
                                readonly source: string;
                                readonly type: string;
                                /** @description The campaign by which it comes */
                                readonly via?: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly revoked: boolean;
                            readonly similar: readonly {
                                readonly code?: string;
                                readonly confidence?: number;
                                readonly description?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly references?: readonly {
                                    readonly name: string;
                                    readonly url?: string;
                                }[];
                                readonly relation: string;
                                readonly source: string;
                                readonly type: string;
                                /** @description The campaign by which it comes */
                                readonly via?: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly software: readonly {
                                readonly code?: string;
                                readonly confidence?: number;
                                readonly description?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly references?: readonly {
                                    readonly name: string;
                                    readonly url?: string;
                                }[];
                                readonly relation: string;
                                readonly source: string;
                                readonly type: string;
                                /** @description The campaign by which it comes */
                                readonly via?: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly techniques: readonly {
                                readonly code?: string;
                                readonly confidence?: number;
                                readonly description?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly references?: readonly {
                                    readonly name: string;
                                    readonly url?: string;
                                }[];
                                readonly relation: string;
                                readonly source: string;
                                readonly type: string;
                                /** @description The campaign by which it comes */
                                readonly via?: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly type: string;
                            readonly usedBy: readonly {
                                readonly code?: string;
                                readonly confidence?: number;
                                readonly description?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly references?: readonly {
                                    readonly name: string;
                                    readonly url?: string;
                                }[];
                                readonly relation: string;
                                readonly source: string;
                                readonly type: string;
                                /** @description The campaign by which it comes */
                                readonly via?: {
                                    readonly id: string;
                                    readonly kind: string;
                                    readonly label: string;
                                };
                            }[];
                            readonly versions: readonly {
                                readonly modified?: string;
                                readonly name: string;
                                readonly source: string;
                                readonly url?: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/knowledge/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Groups, tools, campaigns, techniques by name, alias or id; each with who calls it so */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly limit?: number;
                    readonly q: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly indicator?: {
                                readonly kind: string;
                                readonly known: boolean;
                                readonly value: string;
                            };
                            readonly results: readonly {
                                readonly by: readonly {
                                    readonly confidence?: number;
                                    /** @enum {string} */
                                    readonly how: "id" | "code" | "name" | "alias";
                                    readonly label: string;
                                    readonly source: string;
                                }[];
                                readonly code?: string;
                                readonly id: string;
                                readonly name: string;
                                readonly type: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/lists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The lists with their versions */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly lists: readonly {
                                /** @description What a policy left out at import, with how often */
                                readonly dropped?: {
                                    readonly [key: string]: number;
                                };
                                readonly entities: number;
                                readonly fetch?: {
                                    /** @description When something new last came */
                                    readonly changed?: string;
                                    /** @description When the publisher last gave an answer that could be used */
                                    readonly checked?: string;
                                    /** @description Why the last attempt failed */
                                    readonly error?: string;
                                    readonly errorAt?: string;
                                    /** @description Failures in a row */
                                    readonly failures: number;
                                    /** @description A new version that does not answer until a person accepts it: cordon lists update --accept */
                                    readonly held?: {
                                        readonly at: string;
                                        readonly bytes: number;
                                        readonly reason: string;
                                        readonly sha256: string;
                                    };
                                    readonly name: string;
                                    readonly title: string;
                                    readonly url?: string;
                                };
                                readonly fetched: string;
                                readonly format: string;
                                readonly imported: string;
                                readonly publisher: string;
                                readonly rejected: number;
                                readonly sha256: string;
                                readonly source: string;
                                readonly starter: boolean;
                                readonly statements: number;
                                readonly targets: number;
                                readonly title: string;
                                readonly url?: string;
                                readonly version: string;
                                readonly versions: readonly {
                                    readonly current: boolean;
                                    readonly entities: number;
                                    readonly imported: string;
                                    readonly seq: number;
                                    readonly version: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/lists/{source}/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What changed between two versions of a list, and which watched parties that concerns */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly field?: string;
                    readonly format?: "json" | "csv" | "text";
                    /** @description A stored version: as published, # and its number, or a hash */
                    readonly from?: string;
                    readonly kind?: "added" | "removed" | "changed";
                    readonly limit?: number;
                    /** @description Only what changes who an entry is or why it is listed */
                    readonly material?: boolean;
                    readonly offset?: number;
                    readonly q?: string;
                    readonly schema?: string;
                    readonly to?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly source: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly added: number;
                            readonly affected: readonly {
                                readonly entityId: string;
                                readonly finding: string;
                                readonly label: string;
                                readonly open: boolean;
                                readonly party: string;
                            }[];
                            readonly changed: number;
                            readonly entries: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            readonly fields: readonly {
                                readonly count: number;
                                readonly field: string;
                                readonly words: string;
                            }[];
                            readonly from: {
                                readonly seq?: number;
                                readonly sha256?: string;
                                readonly version: string;
                            };
                            readonly removed: number;
                            readonly source: string;
                            readonly to: {
                                readonly seq?: number;
                                readonly sha256?: string;
                                readonly version: string;
                            };
                            readonly total: number;
                            readonly unchanged: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/lists/{source}/versions/{seq}/rejects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The records of a version that could not be read */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly offset?: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly seq: number;
                    readonly source: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly rejects: readonly {
                                readonly excerpt: string;
                                readonly reason: string;
                                readonly where: string;
                            }[];
                            readonly total: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/lists/updates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where the fetching of each list stands: its age, the last error, what is held back */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Milliseconds between two rounds of this server */
                            readonly every?: number;
                            readonly lists: readonly {
                                /** @description When something new last came */
                                readonly changed?: string;
                                /** @description When the publisher last gave an answer that could be used */
                                readonly checked?: string;
                                /** @description Why the last attempt failed */
                                readonly error?: string;
                                readonly errorAt?: string;
                                /** @description Failures in a row */
                                readonly failures: number;
                                /** @description A new version that does not answer until a person accepts it: cordon lists update --accept */
                                readonly held?: {
                                    readonly at: string;
                                    readonly bytes: number;
                                    readonly reason: string;
                                    readonly sha256: string;
                                };
                                readonly name: string;
                                readonly title: string;
                                readonly url?: string;
                            }[];
                            /** @description When the next round begins */
                            readonly next?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/monitor": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The parties that are screened again whenever a list changes */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly after?: string;
                    readonly limit?: number;
                    readonly q?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly next?: string;
                            readonly page: readonly {
                                readonly id: string;
                                readonly open: number;
                                readonly properties: {
                                    readonly [key: string]: readonly string[];
                                };
                                readonly schema: string;
                                readonly seenAt: string;
                            }[];
                            readonly parties: number;
                            readonly ran?: string;
                            readonly versions: {
                                readonly [key: string]: number;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/monitor/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Watch a party no longer; its findings stay */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly removed: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/network": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What was found in logs, by rule, host and technique; the gravest first
         * @description One detection is one finding: GET /api/findings/{id} has its records.
         */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly detections: readonly {
                                readonly end?: number;
                                readonly hosts: readonly string[];
                                readonly id: string;
                                readonly records: number;
                                readonly rule: string;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly start: number;
                                readonly techniques: readonly string[];
                                readonly title: string;
                                /** @enum {string} */
                                readonly verdict?: "true" | "false" | "unsure";
                            }[];
                            readonly groups?: readonly {
                                readonly id: string;
                                readonly name: string;
                                readonly techniques: readonly string[];
                            }[];
                            readonly matrix: readonly {
                                readonly id: string;
                                readonly techniques: readonly string[];
                                readonly title: string;
                            }[];
                            readonly names?: {
                                readonly [key: string]: string;
                            };
                            readonly total: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/network/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Log records through the watch; answered when what they led to is committed
         * @description JSON (lines, an array, wrapped), syslog, CEF, LEEF, auditd, CSV, Zeek, Suricata EVE, access logs, EVTX; plain or gzip, at most 64 MiB unpacked. The format is found by content.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    /** @description What records are said to come from */
                    readonly name?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly accepted: number;
                            readonly findings: number;
                            readonly rejected: number;
                            readonly rejects: readonly {
                                readonly excerpt: string;
                                readonly reason: string;
                                readonly where: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/operations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Past operations of the pack, in the order of their times */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description Only those that went through this door */
                    readonly door?: "payments" | "network" | "sea";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly broken: readonly {
                                readonly faults: number;
                                readonly folder: string;
                            }[];
                            readonly operations: readonly {
                                readonly aka: readonly string[];
                                readonly amounts: readonly {
                                    readonly high?: number;
                                    readonly low?: number;
                                    readonly source: string;
                                    readonly usd?: number;
                                    readonly what: string;
                                }[];
                                readonly attributedTo: readonly {
                                    /** @enum {string} */
                                    readonly basis: "indictment" | "designation" | "government" | "vendor" | "researcher";
                                    readonly confidence: number;
                                    readonly id: string;
                                    readonly name: string;
                                }[];
                                readonly doors: readonly ("payments" | "network" | "sea")[];
                                readonly faults: number;
                                readonly hasDrill: boolean;
                                readonly id: string;
                                /** @description As far as it is known: prefixes of ISO 8601 */
                                readonly period: {
                                    readonly end?: string;
                                    readonly start: string;
                                };
                                readonly rules: number;
                                readonly sources: number;
                                readonly summary: string;
                                readonly techniques: number;
                                readonly title: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/operations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is known of a past operation: its page, who says who did it, techniques, rules, playbook, sources */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    /** @description The folder of the operation: `wannacry-2017` */
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly aka: readonly string[];
                            readonly amounts: readonly {
                                readonly high?: number;
                                readonly low?: number;
                                readonly source: string;
                                readonly usd?: number;
                                readonly what: string;
                            }[];
                            readonly campaign?: string;
                            /** @description Its campaign's STIX id */
                            readonly campaignId?: string;
                            readonly claims: readonly {
                                /** @enum {string} */
                                readonly basis: "indictment" | "designation" | "government" | "vendor" | "researcher";
                                readonly by: string;
                                readonly confidence: number;
                                readonly group: {
                                    readonly code: string;
                                    readonly id: string;
                                    readonly name: string;
                                    readonly url?: string;
                                };
                                readonly stated: string;
                                readonly to: string;
                            }[];
                            readonly contested: readonly {
                                readonly by: string;
                                readonly says: string;
                            }[];
                            readonly created: string;
                            readonly doors: readonly ("payments" | "network" | "sea")[];
                            readonly faults: readonly {
                                readonly expected: string;
                                readonly field: string;
                                readonly file: string;
                                readonly found: string;
                            }[];
                            readonly hasDrill: boolean;
                            readonly id: string;
                            readonly indicators: readonly {
                                readonly from: string;
                                readonly name: string;
                                readonly of?: string;
                                readonly pattern: string;
                                readonly source: string;
                                readonly what: string;
                            }[];
                            readonly infrastructure: readonly {
                                readonly kinds: readonly string[];
                                readonly name: string;
                                readonly source: string;
                                readonly what: string;
                            }[];
                            readonly modified: string;
                            /** @description The page, Markdown */
                            readonly page: string;
                            /** @description As far as it is known: prefixes of ISO 8601 */
                            readonly period: {
                                readonly end?: string;
                                readonly start: string;
                            };
                            /** @description Its steps in order; the CACAO playbook itself is at `/playbook` */
                            readonly playbook?: {
                                readonly description: string;
                                readonly name: string;
                                readonly steps: readonly {
                                    readonly activity?: string;
                                    /** @description Steps of the same shape */
                                    readonly branches: readonly (readonly {
                                        readonly [key: string]: unknown;
                                    }[])[];
                                    readonly by?: string;
                                    readonly does: readonly string[];
                                    readonly id: string;
                                    /** @enum {string} */
                                    readonly is: "action" | "together" | "question" | "other";
                                    readonly name: string;
                                    readonly rules: readonly {
                                        /** @enum {string} */
                                        readonly door: "payments" | "network" | "sea";
                                        readonly file: string;
                                        readonly id: string;
                                        readonly title: string;
                                    }[];
                                }[];
                            };
                            readonly rules: readonly {
                                /** @enum {string} */
                                readonly door: "payments" | "network" | "sea";
                                readonly file: string;
                                readonly id: string;
                                readonly title: string;
                            }[];
                            readonly software: readonly ({
                                readonly name?: string;
                                readonly source: string;
                                readonly stix?: string;
                                readonly url?: string;
                                readonly what: string;
                            } & {
                                readonly [key: string]: unknown;
                            })[];
                            readonly sources: readonly {
                                readonly by?: string;
                                readonly date: string;
                                readonly id: string;
                                readonly publisher: string;
                                readonly says?: string;
                                readonly title: string;
                                readonly url?: string;
                                readonly verified: boolean;
                            }[];
                            readonly summary: string;
                            readonly techniques: readonly {
                                readonly how: string;
                                readonly id: string;
                                readonly name?: string;
                                readonly source: string;
                                readonly stix?: string;
                                readonly url?: string;
                            }[];
                            readonly timeline: readonly {
                                readonly at: string;
                                readonly source: string;
                                readonly what: string;
                            }[];
                            readonly title: string;
                            readonly victims: readonly {
                                readonly country?: string;
                                readonly isClass: boolean;
                                readonly name: string;
                                readonly sectors: readonly string[];
                                readonly source: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/operations/{id}/bundle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The operation as a STIX 2.1 bundle */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    /** @description The folder of the operation: `wannacry-2017` */
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description As the standard has it */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/operations/{id}/playbook": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What to do when it comes again, as a CACAO 2.0 playbook */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    /** @description The folder of the operation: `wannacry-2017` */
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description As the standard has it */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The queue: messages that ask for a look, what to hold first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                    readonly q?: string;
                    readonly recommendation?: "review" | "hold";
                    readonly state?: "open" | "proposed" | "released" | "blocked" | "waiting" | "all";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly counts: {
                                readonly [key: string]: number;
                            };
                            readonly next?: string;
                            readonly payments: readonly {
                                readonly hitCount: number;
                                readonly id: string;
                                readonly input: string;
                                readonly line: number;
                                readonly proposedBy?: string;
                                readonly receivedAt: string;
                                /** @enum {string} */
                                readonly recommendation: "review" | "hold";
                                /** @enum {string} */
                                readonly state: "open" | "proposed" | "released" | "blocked";
                                readonly summary: {
                                    readonly amount?: string;
                                    readonly creditor?: string;
                                    readonly currency?: string;
                                    readonly debtor?: string;
                                    /** @enum {string} */
                                    readonly family: "MT" | "MX";
                                    readonly id: string;
                                    readonly part?: number;
                                    readonly receiver?: string;
                                    readonly sender?: string;
                                    readonly settlementDate?: string;
                                    readonly transactions: number;
                                    readonly type: string;
                                };
                                readonly topHit?: {
                                    readonly caption: string;
                                    readonly kind: string;
                                    readonly level: string;
                                    readonly score: number;
                                    readonly value: string;
                                };
                                /** @description The lists that were searched, each with its version: "no match" says no more than these */
                                readonly versions: {
                                    readonly [key: string]: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One message: its text, its rows, its hits, what was done with it */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly actions: readonly {
                                readonly action: string;
                                /** @description Confirmed by who proposed it: there was no second pair of eyes */
                                readonly alone: boolean;
                                readonly at: string;
                                readonly reason: string;
                                readonly who: string;
                            }[];
                            /** @description Whether there is nobody else who could confirm a release */
                            readonly alone: boolean;
                            readonly findingIds: readonly string[];
                            readonly hitCount: number;
                            readonly hits: readonly {
                                readonly caption: string;
                                readonly detail: string;
                                readonly entityId?: string;
                                readonly explanations?: {
                                    readonly [key: string]: unknown;
                                };
                                /** @description UTF-16 units into the text of the message */
                                readonly from?: number;
                                /** @enum {string} */
                                readonly kind: "party" | "text" | "identifier" | "place" | "goods";
                                /**
                                 * @description What the hit asks for; a note asks for nothing
                                 * @enum {string}
                                 */
                                readonly level: "note" | "review" | "hold";
                                readonly listed: string;
                                /** @description Where it stands: `:59:/2`, `/Document/.../Cdtr/Nm` */
                                readonly path: string;
                                readonly reasons: readonly ("birth-date-differs" | "country-differs" | "gender-differs" | "person-in-company-name" | "ship-without-context" | "part-of-code" | "reference-field" | "denial" | "legal-control" | "one-word-name" | "ordinary-word" | "typo" | "words-in-other-order" | "ambiguous-place" | "place-in-name" | "goods-alone" | "account-not-identifier" | "names-near" | "initials-only" | "other-words")[];
                                readonly role?: string;
                                readonly score: number;
                                readonly sources: readonly string[];
                                readonly to?: number;
                                readonly transaction: number;
                                readonly value: string;
                            }[];
                            readonly id: string;
                            readonly input: string;
                            readonly line: number;
                            readonly proposedBy?: string;
                            readonly receivedAt: string;
                            /** @enum {string} */
                            readonly recommendation: "review" | "hold";
                            readonly rows: readonly {
                                readonly depth: number;
                                readonly from?: number;
                                readonly label: string;
                                readonly name?: string;
                                readonly note?: string;
                                readonly to?: number;
                                readonly value?: string;
                            }[];
                            /** @enum {string} */
                            readonly state: "open" | "proposed" | "released" | "blocked";
                            readonly summary: {
                                readonly amount?: string;
                                readonly creditor?: string;
                                readonly currency?: string;
                                readonly debtor?: string;
                                /** @enum {string} */
                                readonly family: "MT" | "MX";
                                readonly id: string;
                                readonly part?: number;
                                readonly receiver?: string;
                                readonly sender?: string;
                                readonly settlementDate?: string;
                                readonly transactions: number;
                                readonly type: string;
                            };
                            readonly text: string;
                            readonly topHit?: {
                                readonly caption: string;
                                readonly kind: string;
                                readonly level: string;
                                readonly score: number;
                                readonly value: string;
                            };
                            /** @description The lists that were searched, each with its version: "no match" says no more than these */
                            readonly versions: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}/action": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose a release, confirm or decline it, keep the message stopped, or open it again
         * @description A release takes two people: who proposed it may not confirm it, and who confirms it must be allowed to approve. Where there is nobody else who could, the record says that a second pair of eyes was not there.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly action: "propose" | "confirm" | "decline" | "block" | "reopen";
                        /** @description Why: kept for ever in the audit log */
                        readonly reason: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly actions: readonly {
                                readonly action: string;
                                /** @description Confirmed by who proposed it: there was no second pair of eyes */
                                readonly alone: boolean;
                                readonly at: string;
                                readonly reason: string;
                                readonly who: string;
                            }[];
                            /** @description Whether there is nobody else who could confirm a release */
                            readonly alone: boolean;
                            readonly findingIds: readonly string[];
                            readonly hitCount: number;
                            readonly hits: readonly {
                                readonly caption: string;
                                readonly detail: string;
                                readonly entityId?: string;
                                readonly explanations?: {
                                    readonly [key: string]: unknown;
                                };
                                /** @description UTF-16 units into the text of the message */
                                readonly from?: number;
                                /** @enum {string} */
                                readonly kind: "party" | "text" | "identifier" | "place" | "goods";
                                /**
                                 * @description What the hit asks for; a note asks for nothing
                                 * @enum {string}
                                 */
                                readonly level: "note" | "review" | "hold";
                                readonly listed: string;
                                /** @description Where it stands: `:59:/2`, `/Document/.../Cdtr/Nm` */
                                readonly path: string;
                                readonly reasons: readonly ("birth-date-differs" | "country-differs" | "gender-differs" | "person-in-company-name" | "ship-without-context" | "part-of-code" | "reference-field" | "denial" | "legal-control" | "one-word-name" | "ordinary-word" | "typo" | "words-in-other-order" | "ambiguous-place" | "place-in-name" | "goods-alone" | "account-not-identifier" | "names-near" | "initials-only" | "other-words")[];
                                readonly role?: string;
                                readonly score: number;
                                readonly sources: readonly string[];
                                readonly to?: number;
                                readonly transaction: number;
                                readonly value: string;
                            }[];
                            readonly id: string;
                            readonly input: string;
                            readonly line: number;
                            readonly proposedBy?: string;
                            readonly receivedAt: string;
                            /** @enum {string} */
                            readonly recommendation: "review" | "hold";
                            readonly rows: readonly {
                                readonly depth: number;
                                readonly from?: number;
                                readonly label: string;
                                readonly name?: string;
                                readonly note?: string;
                                readonly to?: number;
                                readonly value?: string;
                            }[];
                            /** @enum {string} */
                            readonly state: "open" | "proposed" | "released" | "blocked";
                            readonly summary: {
                                readonly amount?: string;
                                readonly creditor?: string;
                                readonly currency?: string;
                                readonly debtor?: string;
                                /** @enum {string} */
                                readonly family: "MT" | "MX";
                                readonly id: string;
                                readonly part?: number;
                                readonly receiver?: string;
                                readonly sender?: string;
                                readonly settlementDate?: string;
                                readonly transactions: number;
                                readonly type: string;
                            };
                            readonly text: string;
                            readonly topHit?: {
                                readonly caption: string;
                                readonly kind: string;
                                readonly level: string;
                                readonly score: number;
                                readonly value: string;
                            };
                            /** @description The lists that were searched, each with its version: "no match" says no more than these */
                            readonly versions: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Screen a file of messages, plain or gzip; what asks for a look goes into the queue
         * @description NDJSON out: `{"progress"}` as it goes on, `{"fault"}` for the first 200 messages that cannot be read, and `{"summary"}` or `{"error"}` as the last line. The same message again is the same message of the queue.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    /** @description The name of the file */
                    readonly name?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was screened lately */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly imports: readonly {
                                readonly at: string;
                                readonly counts: {
                                    readonly [key: string]: number;
                                };
                                readonly faults: readonly {
                                    readonly code: string;
                                    readonly excerpt: string;
                                    readonly expected: string;
                                    readonly found: string;
                                    readonly offset: number;
                                    readonly remedy: string;
                                    readonly where: string;
                                }[];
                                readonly input: string;
                                /** @description The lists that were searched, each with its version: "no match" says no more than these */
                                readonly versions: {
                                    readonly [key: string]: string;
                                };
                                readonly who: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/pressure": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Designations, resolutions and thefts by month, and what they can and cannot say */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly pack?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description By list, a number a month */
                            readonly designations: {
                                readonly [key: string]: readonly number[];
                            };
                            readonly events: readonly {
                                readonly date: string;
                                readonly id: string;
                                readonly kind: string;
                                readonly source: string;
                                readonly title: string;
                                readonly url?: string;
                            }[];
                            readonly incidents: readonly {
                                readonly attributedBy: string;
                                readonly basis: string;
                                /** @description To the day, the month or the year, as exact as it is known */
                                readonly date: string;
                                readonly high?: number;
                                readonly id: string;
                                readonly kind: string;
                                /** @description US dollars */
                                readonly low?: number;
                                readonly note?: string;
                                /** @enum {string} */
                                readonly outcome: "taken" | "attempted";
                                readonly source: string;
                                readonly url?: string;
                                /** @description False where date, sum or attribution is not sure */
                                readonly verified: boolean;
                                readonly victim: string;
                            }[];
                            readonly lists: readonly {
                                readonly designations: number;
                                readonly source: string;
                                readonly starter: boolean;
                                readonly title: string;
                                readonly version: string;
                            }[];
                            readonly months: readonly string[];
                            readonly observed: {
                                readonly from: string;
                                readonly to: string;
                            };
                            readonly pack: string;
                            readonly report: {
                                readonly all: {
                                    /** @description Of the logarithm of millions of US dollars */
                                    readonly amounts: {
                                        readonly after: number;
                                        readonly before: number;
                                        readonly difference: {
                                            readonly high: number | null;
                                            readonly low: number | null;
                                            readonly value: number | null;
                                        };
                                        readonly events: readonly {
                                            readonly after: number;
                                            readonly at: number;
                                            readonly before: number;
                                        }[];
                                        readonly monthsAfter: number;
                                        readonly monthsBefore: number;
                                        readonly outside: number;
                                        /** @description By scattering them at random */
                                        readonly pScattered: number;
                                        /** @description By moving all resolutions together */
                                        readonly pShifted: number;
                                        readonly shifts: number;
                                        readonly windows: {
                                            readonly after: number;
                                            readonly before: number;
                                        };
                                    };
                                    readonly counts: {
                                        readonly after: number;
                                        readonly before: number;
                                        readonly difference: {
                                            readonly high: number | null;
                                            readonly low: number | null;
                                            readonly value: number | null;
                                        };
                                        readonly events: readonly {
                                            readonly after: number;
                                            readonly at: number;
                                            readonly before: number;
                                        }[];
                                        readonly monthsAfter: number;
                                        readonly monthsBefore: number;
                                        readonly outside: number;
                                        /** @description By scattering them at random */
                                        readonly pScattered: number;
                                        /** @description By moving all resolutions together */
                                        readonly pShifted: number;
                                        readonly shifts: number;
                                        readonly windows: {
                                            readonly after: number;
                                            readonly before: number;
                                        };
                                    };
                                    readonly incidents: number;
                                    readonly power: {
                                        readonly greatestFall?: number;
                                        readonly rate: number;
                                        readonly smallestRatio?: number;
                                    };
                                    /** @description Incidents a month */
                                    readonly rate: {
                                        readonly high: number;
                                        readonly low: number;
                                        readonly value: number;
                                    };
                                    readonly ratio: {
                                        readonly high: number | null;
                                        readonly low: number | null;
                                        readonly p: number;
                                        readonly value: number | null;
                                    };
                                };
                                readonly hawkes: {
                                    /** @enum {boolean} */
                                    readonly fitted: false;
                                    readonly incidents: number;
                                    readonly needed: number;
                                } | {
                                    /** @enum {boolean} */
                                    readonly fitted: true;
                                    readonly gain: {
                                        readonly high: number;
                                        readonly low: number;
                                        readonly value: number;
                                    };
                                    readonly heldOut: number;
                                    readonly heldOutIncidents: number;
                                    readonly incidents: number;
                                    readonly models: {
                                        readonly [key: string]: {
                                            readonly heldOut: number;
                                            readonly logLikelihood: number;
                                            readonly model: {
                                                readonly base: number;
                                                readonly branching: number;
                                                readonly decay: number;
                                                readonly weight: number;
                                            };
                                        };
                                    };
                                    readonly trained: number;
                                };
                                readonly lags: {
                                    readonly best: {
                                        readonly lag: number;
                                        readonly rho: number;
                                    };
                                    readonly correlations: readonly {
                                        readonly lag: number;
                                        readonly rho: number;
                                    }[];
                                    readonly p: number;
                                };
                                readonly outside: number;
                                readonly seed: number;
                                readonly undated: number;
                                readonly verified: {
                                    /** @description Of the logarithm of millions of US dollars */
                                    readonly amounts: {
                                        readonly after: number;
                                        readonly before: number;
                                        readonly difference: {
                                            readonly high: number | null;
                                            readonly low: number | null;
                                            readonly value: number | null;
                                        };
                                        readonly events: readonly {
                                            readonly after: number;
                                            readonly at: number;
                                            readonly before: number;
                                        }[];
                                        readonly monthsAfter: number;
                                        readonly monthsBefore: number;
                                        readonly outside: number;
                                        /** @description By scattering them at random */
                                        readonly pScattered: number;
                                        /** @description By moving all resolutions together */
                                        readonly pShifted: number;
                                        readonly shifts: number;
                                        readonly windows: {
                                            readonly after: number;
                                            readonly before: number;
                                        };
                                    };
                                    readonly counts: {
                                        readonly after: number;
                                        readonly before: number;
                                        readonly difference: {
                                            readonly high: number | null;
                                            readonly low: number | null;
                                            readonly value: number | null;
                                        };
                                        readonly events: readonly {
                                            readonly after: number;
                                            readonly at: number;
                                            readonly before: number;
                                        }[];
                                        readonly monthsAfter: number;
                                        readonly monthsBefore: number;
                                        readonly outside: number;
                                        /** @description By scattering them at random */
                                        readonly pScattered: number;
                                        /** @description By moving all resolutions together */
                                        readonly pShifted: number;
                                        readonly shifts: number;
                                        readonly windows: {
                                            readonly after: number;
                                            readonly before: number;
                                        };
                                    };
                                    readonly incidents: number;
                                    readonly power: {
                                        readonly greatestFall?: number;
                                        readonly rate: number;
                                        readonly smallestRatio?: number;
                                    };
                                    /** @description Incidents a month */
                                    readonly rate: {
                                        readonly high: number;
                                        readonly low: number;
                                        readonly value: number;
                                    };
                                    readonly ratio: {
                                        readonly high: number | null;
                                        readonly low: number | null;
                                        readonly p: number;
                                        readonly value: number | null;
                                    };
                                };
                                readonly windows: {
                                    readonly after: number;
                                    readonly before: number;
                                };
                            };
                            readonly resolutions: readonly {
                                readonly date: string;
                                readonly id: string;
                                readonly kind: string;
                                readonly source: string;
                                readonly title: string;
                                readonly url?: string;
                            }[];
                            /** @description What the data can and cannot say, in sentences */
                            readonly says: readonly string[];
                            readonly subject: string;
                            readonly title: string;
                            readonly undatedDesignations: number;
                            readonly verdict: {
                                /** @enum {string} */
                                readonly all: "more" | "fewer" | "unclear" | "nothing";
                                /** @enum {string} */
                                readonly verified: "more" | "fewer" | "unclear" | "nothing";
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The institution's own: BICs, accounts, operators, calendars, hosts, ships, customers' file */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly at?: string;
                            readonly by?: string;
                            readonly note?: string;
                            readonly profile: {
                                readonly [key: string]: unknown;
                            };
                            /** @description 0: nobody has set one yet */
                            readonly version: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        /** Set the profile; every former version stays */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly note?: string;
                        readonly profile: {
                            readonly [key: string]: unknown;
                        };
                        /** @description The version that was edited: 409 where another came meanwhile */
                        readonly version?: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly at?: string;
                            readonly by?: string;
                            readonly note?: string;
                            readonly profile: {
                                readonly [key: string]: unknown;
                            };
                            /** @description 0: nobody has set one yet */
                            readonly version: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile.yaml": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The profile as YAML, to be kept or edited */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile/calendar": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Days from a file of holidays: iCalendar, or lines that begin with a date; nothing is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly text: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly days: readonly string[];
                            readonly rejects: readonly {
                                readonly line: number;
                                readonly reason: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What of a profile could not be used, field by field; nothing is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly faults: readonly {
                                readonly expected: string;
                                /** @description accounts[2].bic */
                                readonly field: string;
                                readonly found: string;
                            }[];
                            readonly profile: {
                                readonly [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile/read": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A profile from YAML or JSON, checked; nothing is kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly text: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly faults: readonly {
                                readonly expected: string;
                                /** @description accounts[2].bic */
                                readonly field: string;
                                readonly found: string;
                            }[];
                            readonly profile: {
                                readonly [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The versions of the profile, latest first */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly versions: readonly {
                                readonly at?: string;
                                readonly by?: string;
                                readonly note?: string;
                                /** @description 0: nobody has set one yet */
                                readonly version: number;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile/versions/{version}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A former version */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly version: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly at?: string;
                            readonly by?: string;
                            readonly note?: string;
                            readonly profile: {
                                readonly [key: string]: unknown;
                            };
                            /** @description 0: nobody has set one yet */
                            readonly version: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/profile/versions/{version}/restore": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a former version back, as a new one */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly version: number;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly at?: string;
                            readonly by?: string;
                            readonly note?: string;
                            readonly profile: {
                                readonly [key: string]: unknown;
                            };
                            /** @description 0: nobody has set one yet */
                            readonly version: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/screen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Screen one party, and keep what it meets where asked */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @default 10 */
                        readonly limit?: number;
                        /**
                         * @example {
                         *       "name": [
                         *         "Park Jin Hyok"
                         *       ],
                         *       "birthDate": [
                         *         "1984-08-15"
                         *       ],
                         *       "country": "kp"
                         *     }
                         */
                        readonly properties: {
                            readonly [key: string]: (string | number | boolean) | readonly (string | number | boolean | null)[] | null;
                        };
                        /** @example Person */
                        readonly schema: string;
                        /** @description The id of the party: it is then watched, at each new version of a list too, and what it meets is kept as findings */
                        readonly storeAs?: string;
                        /** @description By default what the settings say */
                        readonly threshold?: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description The lists that were searched, and how old they are */
                            readonly lists: readonly {
                                /** @description When its bytes were fetched */
                                readonly fetched?: string;
                                readonly source: string;
                                readonly title: string;
                                /** @description The publisher's version or date of issue */
                                readonly version: string;
                            }[];
                            readonly results: readonly {
                                readonly caption: string;
                                readonly datasets: readonly string[];
                                readonly explanations: {
                                    readonly [key: string]: {
                                        readonly candidate?: string;
                                        readonly detail: string;
                                        readonly query?: string;
                                        readonly score: number;
                                    };
                                };
                                readonly features: {
                                    readonly [key: string]: number;
                                };
                                readonly first_seen?: string;
                                readonly id: string;
                                readonly last_change?: string;
                                readonly last_seen?: string;
                                readonly match: boolean;
                                /** @description How likely it is the party meant, for the stated prior */
                                readonly probability?: {
                                    readonly calibratedOn: string;
                                    readonly prior: number;
                                    readonly value: number;
                                };
                                /** @description Texts, or entities where they are nested */
                                readonly properties: {
                                    readonly [key: string]: readonly unknown[];
                                };
                                readonly referents: readonly string[];
                                readonly schema: string;
                                readonly score: number;
                                readonly target: boolean;
                            }[];
                            readonly stored: boolean;
                            /** @description The lists that were searched, each with its version: "no match" says no more than these */
                            readonly versions: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/screen/bulk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Screen any number of parties, streamed
         * @description CSV, NDJSON or a JSON array in, plain or gzip; NDJSON out: a line for each party, `{"reject"}` for each record that cannot be read, `{"summary"}` as the last line. An answer without a summary is not complete.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    readonly algorithm?: string;
                    readonly dataset?: string;
                    /** @description Most matches of one party */
                    readonly limit?: number;
                    /** @description column=property: what a column means */
                    readonly map?: readonly string[] | string;
                    /** @description No lines for parties that meet nobody */
                    readonly matches_only?: boolean;
                    /** @description Matches from this score on; by default what the settings say */
                    readonly threshold?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What there is of the sea: span of time, watch areas, ports, citations */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly areas: readonly {
                                readonly cites: readonly string[];
                                readonly id: string;
                                readonly kind: string;
                                readonly name: string;
                                readonly note?: string;
                                readonly polygons: readonly (readonly (readonly (readonly number[])[])[])[];
                            }[];
                            readonly citations: readonly {
                                readonly id: string;
                                readonly paragraph?: number;
                                readonly says: string;
                                readonly title: string;
                                readonly url?: string;
                                /** @description False where the paragraph was not checked against the text */
                                readonly verified?: boolean;
                            }[];
                            readonly drill?: {
                                readonly id: string;
                                readonly record: readonly {
                                    readonly says: string;
                                    readonly source: string;
                                }[];
                                readonly synthetic: string;
                                readonly title: string;
                            };
                            readonly events: number;
                            readonly from?: number;
                            readonly ports: readonly {
                                readonly country?: string;
                                readonly id: string;
                                readonly lat: number;
                                readonly lon: number;
                                readonly name: string;
                            }[];
                            readonly ships: number;
                            readonly until?: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/areas": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Watch areas, anchorages and lawful transfer areas as GeoJSON (RFC 7946) */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly features: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            /** @enum {string} */
                            readonly type: "FeatureCollection";
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/drills": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Past operations that can be played: give one of the ids as `drill` to the other routes */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly drills: readonly {
                                readonly [key: string]: unknown;
                            }[];
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Events and sightings that touch a span of time, the latest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly bbox?: string;
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                    readonly from?: number;
                    readonly kind?: readonly string[];
                    readonly limit?: number;
                    readonly until?: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly complete: boolean;
                            readonly events: readonly {
                                readonly [key: string]: unknown;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/findings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Findings of the watch at sea that touch a span of time, with their places and events */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                    readonly from: number;
                    readonly until: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly complete: boolean;
                            readonly findings: readonly {
                                readonly [key: string]: unknown;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/findings/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One finding with its place and events */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/fleet": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Where ships are at a time, of those that were heard in the twelve hours before, as bytes
         * @description In the form of `GET /api/sea/tracks`, without names: of each ship the two positions before the time and the one after, where they are kept together.
         */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description UTC milliseconds; by default the last minute that was heard */
                    readonly at?: number;
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Watch a file of AIS: NMEA sentences or CSV, plain or gzip; what is found is stored
         * @description NDJSON out: `{"progress"}` as it goes on, `{"reject"}` for the first 200 records that cannot be read, and `{"summary"}` or `{"error"}` as the last line. The same content again changes nothing.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    /** @description Minutes that positions may be late */
                    readonly lateness?: number;
                    /** @description The name of the file, for whoever reads the answer */
                    readonly name?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/sightings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A sighting, matched to the tracks that are kept and judged: what comes of it is a finding; of a drill it is kept in memory only */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly accuracy_m?: number;
                        readonly heading?: number;
                        readonly imo?: string;
                        readonly lat: number;
                        readonly length_m?: number;
                        readonly lon: number;
                        readonly name?: string;
                        readonly photo?: string;
                        readonly source?: string;
                        readonly time: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly [key: string]: unknown;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/sightings/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A file of sightings (CSV, JSON, detections of a radar satellite), matched and judged
         * @description CSV with a header, NDJSON or a JSON array, plain or gzip, at most 20,000 sightings. NDJSON out: `{"columns"}` with what each column is read as, `{"reject"}` for the first 200 records that cannot be read, `{"progress"}`, and `{"summary"}` or `{"error"}` as the last line. The same file again changes nothing.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    /** @description FIELD=COLUMN, where the names of columns do not tell; of fields time, lat, lon, accuracyM, name, imo, lengthM, heading, source, photo, confidence, id, report. FIELD= reads no column for it */
                    readonly column?: readonly string[];
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                    /** @description Only reads: which columns are known and what can be read; nothing is judged or kept */
                    readonly look?: boolean;
                    /** @description The name of the file, for whoever reads the answer */
                    readonly name?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/tracks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Thinned tracks of a span of time (UTC milliseconds), as bytes
         * @description Little-endian 32-bit integers: ships, points, base (seconds since 1970), step (seconds between points where they were thinned), bytes of names. For each ship MMSI and number of points (32 bits each) and class (8 bits). The names, each ended by a zero. For each point the differences to the one before in time (seconds), latitude and longitude (hundred-thousandths of a degree) as zigzag varints; a ship begins from the base and 0, 0.
         */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description west,south,east,north: only ships that come into it */
                    readonly bbox?: string;
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                    readonly from: number;
                    /** @description Most points; thinned beyond */
                    readonly most?: number;
                    readonly until: number;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/vessels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Ships that were heard, by name or number */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                    readonly limit?: number;
                    /** @description A part of the name, or the beginning of the MMSI */
                    readonly q: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly vessels: readonly {
                                readonly [key: string]: unknown;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sea/vessels/{mmsi}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A number: its identities over time, who it leads to, what contradicts what, events, track */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description A drill, played in memory, in the place of the store */
                    readonly drill?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly mmsi: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly doubts: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            readonly events: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            readonly findings: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            readonly known: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            readonly number: {
                                readonly flag?: string;
                                readonly kind?: string;
                                readonly mid?: string;
                            };
                            /** @description The same hull under other numbers, as far as events say */
                            readonly others: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            readonly related: readonly {
                                readonly [key: string]: unknown;
                            }[];
                            readonly track: readonly (readonly number[])[];
                            readonly vessel: {
                                readonly [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who asks, and what they may do */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Who asks, as the audit log names them */
                            readonly actor?: string;
                            /** @description The provider that people can sign in with */
                            readonly openid?: {
                                readonly title: string;
                            };
                            readonly permissions: readonly string[];
                            readonly person?: {
                                readonly display: string;
                                readonly expires: string;
                                readonly hasPassword: boolean;
                                readonly name: string;
                                /** @enum {string} */
                                readonly role: "viewer" | "analyst" | "approver" | "administrator";
                            };
                            /**
                             * @description open: no account yet, everyone may do everything; locked: no account yet, only the set-up link works
                             * @enum {string}
                             */
                            readonly standing: "open" | "locked" | "accounts";
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /**
         * Sign in with a name and a password
         * @description The session is a cookie that no script reads. After some failures in a row each attempt has to wait.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly name: string;
                        readonly password: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Who asks, as the audit log names them */
                            readonly actor?: string;
                            /** @description The provider that people can sign in with */
                            readonly openid?: {
                                readonly title: string;
                            };
                            readonly permissions: readonly string[];
                            readonly person?: {
                                readonly display: string;
                                readonly expires: string;
                                readonly hasPassword: boolean;
                                readonly name: string;
                                /** @enum {string} */
                                readonly role: "viewer" | "analyst" | "approver" | "administrator";
                            };
                            /**
                             * @description open: no account yet, everyone may do everything; locked: no account yet, only the set-up link works
                             * @enum {string}
                             */
                            readonly standing: "open" | "locked" | "accounts";
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 429: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        /** Sign out */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 204: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What holds for everyone, and what this server is */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly about: {
                                /** @description The data folder, or the server that DATABASE_URL names */
                                readonly data: string;
                                /** @description What is left out of lists at import, by the policy of lists.yaml */
                                readonly drop: readonly string[];
                                /** @description Milliseconds between two rounds of fetching */
                                readonly every?: number;
                                /** @description Where lists.yaml is looked for */
                                readonly lists: string;
                                /** @description The steps that the tables have come through */
                                readonly migrations: readonly string[];
                                readonly node: string;
                                /** @description The version of PostgreSQL */
                                readonly store: string;
                                readonly version: string;
                            };
                            readonly settings: {
                                /** @description Below this score /match leaves an answer out, where the caller names none */
                                readonly matchCutoff: number;
                                /** @description From this score on an answer of /match is a match, where the caller names none */
                                readonly matchThreshold: number;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change what holds for everyone; it goes to the audit log */
        readonly patch: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description Below this score /match leaves an answer out, where the caller names none */
                        readonly matchCutoff?: number;
                        /** @description From this score on an answer of /match is a match, where the caller names none */
                        readonly matchThreshold?: number;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly about: {
                                /** @description The data folder, or the server that DATABASE_URL names */
                                readonly data: string;
                                /** @description What is left out of lists at import, by the policy of lists.yaml */
                                readonly drop: readonly string[];
                                /** @description Milliseconds between two rounds of fetching */
                                readonly every?: number;
                                /** @description Where lists.yaml is looked for */
                                readonly lists: string;
                                /** @description The steps that the tables have come through */
                                readonly migrations: readonly string[];
                                readonly node: string;
                                /** @description The version of PostgreSQL */
                                readonly store: string;
                                readonly version: string;
                            };
                            readonly settings: {
                                /** @description Below this score /match leaves an answer out, where the caller names none */
                                readonly matchCutoff: number;
                                /** @description From this score on an answer of /match is a match, where the caller names none */
                                readonly matchThreshold: number;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly trace?: never;
    };
    readonly "/api/shared/collections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Collections for TAXII */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly collections: readonly {
                                readonly canWrite: boolean;
                                readonly description: string;
                                readonly id: string;
                                readonly name: string;
                                readonly objects: number;
                                readonly title: string;
                                /** @enum {string} */
                                readonly tlp: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** Make a collection for TAXII */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /**
                         * @description Partners may add to it
                         * @default false
                         */
                        readonly canWrite?: boolean;
                        readonly description?: string;
                        readonly name: string;
                        readonly title: string;
                        /** @enum {string} */
                        readonly tlp: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly canWrite: boolean;
                            readonly description: string;
                            readonly id: string;
                            readonly name: string;
                            readonly objects: number;
                            readonly title: string;
                            /** @enum {string} */
                            readonly tlp: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What runs, and how much is loaded */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly accounts: boolean;
                            readonly entities: number;
                            readonly lists: number;
                            readonly loading?: {
                                readonly done: number;
                                readonly total: number;
                            };
                            /** @description Everyone who reaches the server may do everything */
                            readonly open: boolean;
                            readonly ready: boolean;
                            /** @description Only the starter is loaded: no list of a publisher yet */
                            readonly starterOnly: boolean;
                            readonly version: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was sent, what waits, and what failed, the latest first */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: string;
                    readonly limit?: number;
                    readonly rule?: string;
                    readonly state?: "waiting" | "sending" | "delivered" | "dead" | "given-up";
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly deliveries: readonly {
                                readonly address: string;
                                readonly attempts: number;
                                /** @enum {string} */
                                readonly channel: "webhook" | "email";
                                readonly created: string;
                                readonly delivered?: string;
                                readonly due: string;
                                /** @description The same at every attempt */
                                readonly id: string;
                                readonly items: number;
                                readonly outcome?: string;
                                readonly rule: string;
                                readonly ruleName: string;
                                /** @enum {string} */
                                readonly state: "waiting" | "sending" | "delivered" | "dead" | "given-up";
                                readonly tried?: string;
                            }[];
                            readonly next?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/deliveries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A delivery, and what it tells of */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** WarningDelivery */
                            readonly delivery: {
                                readonly address: string;
                                readonly attempts: number;
                                /** @enum {string} */
                                readonly channel: "webhook" | "email";
                                readonly created: string;
                                readonly delivered?: string;
                                readonly due: string;
                                /** @description The same at every attempt */
                                readonly id: string;
                                readonly items: number;
                                readonly outcome?: string;
                                readonly rule: string;
                                readonly ruleName: string;
                                /** @enum {string} */
                                readonly state: "waiting" | "sending" | "delivered" | "dead" | "given-up";
                                readonly tried?: string;
                            };
                            readonly items: readonly {
                                readonly at: string;
                                readonly kind: string;
                                readonly marking: string;
                                readonly path: string;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly text: string;
                                readonly thing: string;
                                readonly title: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/deliveries/{id}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try what failed for good again, now, under the same id; `all` for all of them */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly retried: number;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 409: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/feed": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether your feed has an address */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Absent where the feed has no address */
                            readonly made?: string;
                            readonly read?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** Make your feed an address; a former one answers no more */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Paths: who knows them reads the feed */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly atom: string;
                            readonly rss: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        /** Take the address of your feed away */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** @description Absent where the feed has no address */
                            readonly made?: string;
                            readonly read?: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 401: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What a rule would have told in the last thirty days; nothing is sent or kept */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description What is critical waits for neither digest nor quiet hours */
                        readonly criticalAtOnce?: boolean;
                        /** @description Gathered; left out: each at once */
                        readonly digest?: {
                            /** @enum {string} */
                            readonly every: "hour";
                        } | {
                            readonly at?: string;
                            /** @enum {string} */
                            readonly every: "day";
                        };
                        readonly enabled?: boolean;
                        readonly name: string;
                        /** @description Hours in which nothing is sent */
                        readonly quiet?: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly to: readonly ({
                            /** Format: uri */
                            readonly address: string;
                            /** @description It lies in your own network */
                            readonly allowPrivate?: boolean;
                            /** @enum {string} */
                            readonly kind: "webhook";
                        } | {
                            /** Format: email */
                            readonly address: string;
                            /** @enum {string} */
                            readonly kind: "email";
                        } | {
                            /** @description An account */
                            readonly address: string;
                            /** @enum {string} */
                            readonly kind: "feed";
                        })[];
                        /**
                         * @description Of what is marked higher only that there is something is told
                         * @enum {string}
                         */
                        readonly upTo?: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                        readonly when: {
                            /** @enum {string} */
                            readonly on: "findings";
                            /** @description Tell again of a finding that became more severe */
                            readonly rises?: boolean;
                            /** @description Rules of the doors by name; none named: all */
                            readonly rules?: readonly string[];
                            /**
                             * @description At least as severe
                             * @enum {string}
                             */
                            readonly severity?: "low" | "medium" | "high" | "critical";
                            /** @description Lists or collections of which one must be among the evidence */
                            readonly sources?: readonly string[];
                            /** @description Words that subjects, matches or the statement must hold */
                            readonly text?: string;
                            /** @description Doors; none named: all */
                            readonly watches?: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                        } | {
                            /**
                             * @description As how severe it is told
                             * @enum {string}
                             */
                            readonly as?: "low" | "medium" | "high" | "critical";
                            /** @description How entries changed; none named: in any way */
                            readonly kinds?: readonly ("added" | "removed" | "changed")[];
                            /** @description Only what changes who an entry is or why it is listed */
                            readonly material?: boolean;
                            /** @enum {string} */
                            readonly on: "lists";
                            /** @description Lists; none named: all */
                            readonly sources?: readonly string[];
                            /** @description Words that an entry, its programme or its change must hold */
                            readonly text?: string;
                        } | {
                            /** @enum {string} */
                            readonly as?: "low" | "medium" | "high" | "critical";
                            /** @description Collections or their sources; none named: all */
                            readonly collections?: readonly string[];
                            /** @enum {string} */
                            readonly on: "bundles";
                        };
                        /** @description Of the digest and the quiet hours */
                        readonly zone?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly byDay: readonly number[];
                            readonly bySeverity: {
                                readonly [key: string]: number;
                            };
                            readonly count: number;
                            /** @description More was there than was looked at */
                            readonly cut: boolean;
                            readonly days: number;
                            readonly latest: readonly {
                                readonly at: string;
                                readonly kind: string;
                                readonly marking: string;
                                readonly path: string;
                                /** @enum {string} */
                                readonly severity: "low" | "medium" | "high" | "critical";
                                readonly text: string;
                                readonly thing: string;
                                readonly title: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is told what */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly counts: {
                                readonly [key: string]: number;
                            };
                            /** @description Whether a mail server is named */
                            readonly mail: boolean;
                            readonly mayChange: boolean;
                            readonly rules: readonly {
                                readonly changed: string;
                                readonly changedBy: string;
                                readonly created: string;
                                readonly id: string;
                                readonly rule: {
                                    /**
                                     * @description What is critical waits for neither digest nor quiet hours
                                     * @default true
                                     */
                                    readonly criticalAtOnce: boolean;
                                    /** @description Gathered; left out: each at once */
                                    readonly digest?: {
                                        /** @enum {string} */
                                        readonly every: "hour";
                                    } | {
                                        /** @default 08:00 */
                                        readonly at: string;
                                        /** @enum {string} */
                                        readonly every: "day";
                                    };
                                    /** @default true */
                                    readonly enabled: boolean;
                                    readonly name: string;
                                    /** @description Hours in which nothing is sent */
                                    readonly quiet?: {
                                        readonly from: string;
                                        readonly to: string;
                                    };
                                    readonly to: readonly ({
                                        /** Format: uri */
                                        readonly address: string;
                                        /**
                                         * @description It lies in your own network
                                         * @default false
                                         */
                                        readonly allowPrivate: boolean;
                                        /** @enum {string} */
                                        readonly kind: "webhook";
                                    } | {
                                        /** Format: email */
                                        readonly address: string;
                                        /** @enum {string} */
                                        readonly kind: "email";
                                    } | {
                                        /** @description An account */
                                        readonly address: string;
                                        /** @enum {string} */
                                        readonly kind: "feed";
                                    })[];
                                    /**
                                     * @description Of what is marked higher only that there is something is told
                                     * @default TLP:AMBER+STRICT
                                     * @enum {string}
                                     */
                                    readonly upTo: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                                    readonly when: {
                                        /** @enum {string} */
                                        readonly on: "findings";
                                        /**
                                         * @description Tell again of a finding that became more severe
                                         * @default true
                                         */
                                        readonly rises: boolean;
                                        /**
                                         * @description Rules of the doors by name; none named: all
                                         * @default []
                                         */
                                        readonly rules: readonly string[];
                                        /**
                                         * @description At least as severe
                                         * @default high
                                         * @enum {string}
                                         */
                                        readonly severity: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description Lists or collections of which one must be among the evidence
                                         * @default []
                                         */
                                        readonly sources: readonly string[];
                                        /**
                                         * @description Words that subjects, matches or the statement must hold
                                         * @default
                                         */
                                        readonly text: string;
                                        /**
                                         * @description Doors; none named: all
                                         * @default []
                                         */
                                        readonly watches: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                                    } | {
                                        /**
                                         * @description As how severe it is told
                                         * @default medium
                                         * @enum {string}
                                         */
                                        readonly as: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description How entries changed; none named: in any way
                                         * @default []
                                         */
                                        readonly kinds: readonly ("added" | "removed" | "changed")[];
                                        /**
                                         * @description Only what changes who an entry is or why it is listed
                                         * @default true
                                         */
                                        readonly material: boolean;
                                        /** @enum {string} */
                                        readonly on: "lists";
                                        /**
                                         * @description Lists; none named: all
                                         * @default []
                                         */
                                        readonly sources: readonly string[];
                                        /**
                                         * @description Words that an entry, its programme or its change must hold
                                         * @default
                                         */
                                        readonly text: string;
                                    } | {
                                        /**
                                         * @default medium
                                         * @enum {string}
                                         */
                                        readonly as: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description Collections or their sources; none named: all
                                         * @default []
                                         */
                                        readonly collections: readonly string[];
                                        /** @enum {string} */
                                        readonly on: "bundles";
                                    };
                                    /**
                                     * @description Of the digest and the quiet hours
                                     * @default UTC
                                     */
                                    readonly zone: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        /** Make a rule; it counts for what happens from now on */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description What is critical waits for neither digest nor quiet hours */
                        readonly criticalAtOnce?: boolean;
                        /** @description Gathered; left out: each at once */
                        readonly digest?: {
                            /** @enum {string} */
                            readonly every: "hour";
                        } | {
                            readonly at?: string;
                            /** @enum {string} */
                            readonly every: "day";
                        };
                        readonly enabled?: boolean;
                        readonly name: string;
                        /** @description Hours in which nothing is sent */
                        readonly quiet?: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly to: readonly ({
                            /** Format: uri */
                            readonly address: string;
                            /** @description It lies in your own network */
                            readonly allowPrivate?: boolean;
                            /** @enum {string} */
                            readonly kind: "webhook";
                        } | {
                            /** Format: email */
                            readonly address: string;
                            /** @enum {string} */
                            readonly kind: "email";
                        } | {
                            /** @description An account */
                            readonly address: string;
                            /** @enum {string} */
                            readonly kind: "feed";
                        })[];
                        /**
                         * @description Of what is marked higher only that there is something is told
                         * @enum {string}
                         */
                        readonly upTo?: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                        readonly when: {
                            /** @enum {string} */
                            readonly on: "findings";
                            /** @description Tell again of a finding that became more severe */
                            readonly rises?: boolean;
                            /** @description Rules of the doors by name; none named: all */
                            readonly rules?: readonly string[];
                            /**
                             * @description At least as severe
                             * @enum {string}
                             */
                            readonly severity?: "low" | "medium" | "high" | "critical";
                            /** @description Lists or collections of which one must be among the evidence */
                            readonly sources?: readonly string[];
                            /** @description Words that subjects, matches or the statement must hold */
                            readonly text?: string;
                            /** @description Doors; none named: all */
                            readonly watches?: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                        } | {
                            /**
                             * @description As how severe it is told
                             * @enum {string}
                             */
                            readonly as?: "low" | "medium" | "high" | "critical";
                            /** @description How entries changed; none named: in any way */
                            readonly kinds?: readonly ("added" | "removed" | "changed")[];
                            /** @description Only what changes who an entry is or why it is listed */
                            readonly material?: boolean;
                            /** @enum {string} */
                            readonly on: "lists";
                            /** @description Lists; none named: all */
                            readonly sources?: readonly string[];
                            /** @description Words that an entry, its programme or its change must hold */
                            readonly text?: string;
                        } | {
                            /** @enum {string} */
                            readonly as?: "low" | "medium" | "high" | "critical";
                            /** @description Collections or their sources; none named: all */
                            readonly collections?: readonly string[];
                            /** @enum {string} */
                            readonly on: "bundles";
                        };
                        /** @description Of the digest and the quiet hours */
                        readonly zone?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** WarningRule */
                            readonly rule: {
                                readonly changed: string;
                                readonly changedBy: string;
                                readonly created: string;
                                readonly id: string;
                                readonly rule: {
                                    /**
                                     * @description What is critical waits for neither digest nor quiet hours
                                     * @default true
                                     */
                                    readonly criticalAtOnce: boolean;
                                    /** @description Gathered; left out: each at once */
                                    readonly digest?: {
                                        /** @enum {string} */
                                        readonly every: "hour";
                                    } | {
                                        /** @default 08:00 */
                                        readonly at: string;
                                        /** @enum {string} */
                                        readonly every: "day";
                                    };
                                    /** @default true */
                                    readonly enabled: boolean;
                                    readonly name: string;
                                    /** @description Hours in which nothing is sent */
                                    readonly quiet?: {
                                        readonly from: string;
                                        readonly to: string;
                                    };
                                    readonly to: readonly ({
                                        /** Format: uri */
                                        readonly address: string;
                                        /**
                                         * @description It lies in your own network
                                         * @default false
                                         */
                                        readonly allowPrivate: boolean;
                                        /** @enum {string} */
                                        readonly kind: "webhook";
                                    } | {
                                        /** Format: email */
                                        readonly address: string;
                                        /** @enum {string} */
                                        readonly kind: "email";
                                    } | {
                                        /** @description An account */
                                        readonly address: string;
                                        /** @enum {string} */
                                        readonly kind: "feed";
                                    })[];
                                    /**
                                     * @description Of what is marked higher only that there is something is told
                                     * @default TLP:AMBER+STRICT
                                     * @enum {string}
                                     */
                                    readonly upTo: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                                    readonly when: {
                                        /** @enum {string} */
                                        readonly on: "findings";
                                        /**
                                         * @description Tell again of a finding that became more severe
                                         * @default true
                                         */
                                        readonly rises: boolean;
                                        /**
                                         * @description Rules of the doors by name; none named: all
                                         * @default []
                                         */
                                        readonly rules: readonly string[];
                                        /**
                                         * @description At least as severe
                                         * @default high
                                         * @enum {string}
                                         */
                                        readonly severity: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description Lists or collections of which one must be among the evidence
                                         * @default []
                                         */
                                        readonly sources: readonly string[];
                                        /**
                                         * @description Words that subjects, matches or the statement must hold
                                         * @default
                                         */
                                        readonly text: string;
                                        /**
                                         * @description Doors; none named: all
                                         * @default []
                                         */
                                        readonly watches: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                                    } | {
                                        /**
                                         * @description As how severe it is told
                                         * @default medium
                                         * @enum {string}
                                         */
                                        readonly as: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description How entries changed; none named: in any way
                                         * @default []
                                         */
                                        readonly kinds: readonly ("added" | "removed" | "changed")[];
                                        /**
                                         * @description Only what changes who an entry is or why it is listed
                                         * @default true
                                         */
                                        readonly material: boolean;
                                        /** @enum {string} */
                                        readonly on: "lists";
                                        /**
                                         * @description Lists; none named: all
                                         * @default []
                                         */
                                        readonly sources: readonly string[];
                                        /**
                                         * @description Words that an entry, its programme or its change must hold
                                         * @default
                                         */
                                        readonly text: string;
                                    } | {
                                        /**
                                         * @default medium
                                         * @enum {string}
                                         */
                                        readonly as: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description Collections or their sources; none named: all
                                         * @default []
                                         */
                                        readonly collections: readonly string[];
                                        /** @enum {string} */
                                        readonly on: "bundles";
                                    };
                                    /**
                                     * @description Of the digest and the quiet hours
                                     * @default UTC
                                     */
                                    readonly zone: string;
                                };
                            };
                            /** @description What each new webhook is signed with, by its address: shown this once */
                            readonly secrets: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/rules/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Change a rule */
        readonly put: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description What is critical waits for neither digest nor quiet hours */
                        readonly criticalAtOnce?: boolean;
                        /** @description Gathered; left out: each at once */
                        readonly digest?: {
                            /** @enum {string} */
                            readonly every: "hour";
                        } | {
                            readonly at?: string;
                            /** @enum {string} */
                            readonly every: "day";
                        };
                        readonly enabled?: boolean;
                        readonly name: string;
                        /** @description Hours in which nothing is sent */
                        readonly quiet?: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly to: readonly ({
                            /** Format: uri */
                            readonly address: string;
                            /** @description It lies in your own network */
                            readonly allowPrivate?: boolean;
                            /** @enum {string} */
                            readonly kind: "webhook";
                        } | {
                            /** Format: email */
                            readonly address: string;
                            /** @enum {string} */
                            readonly kind: "email";
                        } | {
                            /** @description An account */
                            readonly address: string;
                            /** @enum {string} */
                            readonly kind: "feed";
                        })[];
                        /**
                         * @description Of what is marked higher only that there is something is told
                         * @enum {string}
                         */
                        readonly upTo?: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                        readonly when: {
                            /** @enum {string} */
                            readonly on: "findings";
                            /** @description Tell again of a finding that became more severe */
                            readonly rises?: boolean;
                            /** @description Rules of the doors by name; none named: all */
                            readonly rules?: readonly string[];
                            /**
                             * @description At least as severe
                             * @enum {string}
                             */
                            readonly severity?: "low" | "medium" | "high" | "critical";
                            /** @description Lists or collections of which one must be among the evidence */
                            readonly sources?: readonly string[];
                            /** @description Words that subjects, matches or the statement must hold */
                            readonly text?: string;
                            /** @description Doors; none named: all */
                            readonly watches?: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                        } | {
                            /**
                             * @description As how severe it is told
                             * @enum {string}
                             */
                            readonly as?: "low" | "medium" | "high" | "critical";
                            /** @description How entries changed; none named: in any way */
                            readonly kinds?: readonly ("added" | "removed" | "changed")[];
                            /** @description Only what changes who an entry is or why it is listed */
                            readonly material?: boolean;
                            /** @enum {string} */
                            readonly on: "lists";
                            /** @description Lists; none named: all */
                            readonly sources?: readonly string[];
                            /** @description Words that an entry, its programme or its change must hold */
                            readonly text?: string;
                        } | {
                            /** @enum {string} */
                            readonly as?: "low" | "medium" | "high" | "critical";
                            /** @description Collections or their sources; none named: all */
                            readonly collections?: readonly string[];
                            /** @enum {string} */
                            readonly on: "bundles";
                        };
                        /** @description Of the digest and the quiet hours */
                        readonly zone?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            /** WarningRule */
                            readonly rule: {
                                readonly changed: string;
                                readonly changedBy: string;
                                readonly created: string;
                                readonly id: string;
                                readonly rule: {
                                    /**
                                     * @description What is critical waits for neither digest nor quiet hours
                                     * @default true
                                     */
                                    readonly criticalAtOnce: boolean;
                                    /** @description Gathered; left out: each at once */
                                    readonly digest?: {
                                        /** @enum {string} */
                                        readonly every: "hour";
                                    } | {
                                        /** @default 08:00 */
                                        readonly at: string;
                                        /** @enum {string} */
                                        readonly every: "day";
                                    };
                                    /** @default true */
                                    readonly enabled: boolean;
                                    readonly name: string;
                                    /** @description Hours in which nothing is sent */
                                    readonly quiet?: {
                                        readonly from: string;
                                        readonly to: string;
                                    };
                                    readonly to: readonly ({
                                        /** Format: uri */
                                        readonly address: string;
                                        /**
                                         * @description It lies in your own network
                                         * @default false
                                         */
                                        readonly allowPrivate: boolean;
                                        /** @enum {string} */
                                        readonly kind: "webhook";
                                    } | {
                                        /** Format: email */
                                        readonly address: string;
                                        /** @enum {string} */
                                        readonly kind: "email";
                                    } | {
                                        /** @description An account */
                                        readonly address: string;
                                        /** @enum {string} */
                                        readonly kind: "feed";
                                    })[];
                                    /**
                                     * @description Of what is marked higher only that there is something is told
                                     * @default TLP:AMBER+STRICT
                                     * @enum {string}
                                     */
                                    readonly upTo: "TLP:CLEAR" | "TLP:GREEN" | "TLP:AMBER" | "TLP:AMBER+STRICT" | "TLP:RED";
                                    readonly when: {
                                        /** @enum {string} */
                                        readonly on: "findings";
                                        /**
                                         * @description Tell again of a finding that became more severe
                                         * @default true
                                         */
                                        readonly rises: boolean;
                                        /**
                                         * @description Rules of the doors by name; none named: all
                                         * @default []
                                         */
                                        readonly rules: readonly string[];
                                        /**
                                         * @description At least as severe
                                         * @default high
                                         * @enum {string}
                                         */
                                        readonly severity: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description Lists or collections of which one must be among the evidence
                                         * @default []
                                         */
                                        readonly sources: readonly string[];
                                        /**
                                         * @description Words that subjects, matches or the statement must hold
                                         * @default
                                         */
                                        readonly text: string;
                                        /**
                                         * @description Doors; none named: all
                                         * @default []
                                         */
                                        readonly watches: readonly ("screening" | "payments" | "maritime" | "cyber")[];
                                    } | {
                                        /**
                                         * @description As how severe it is told
                                         * @default medium
                                         * @enum {string}
                                         */
                                        readonly as: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description How entries changed; none named: in any way
                                         * @default []
                                         */
                                        readonly kinds: readonly ("added" | "removed" | "changed")[];
                                        /**
                                         * @description Only what changes who an entry is or why it is listed
                                         * @default true
                                         */
                                        readonly material: boolean;
                                        /** @enum {string} */
                                        readonly on: "lists";
                                        /**
                                         * @description Lists; none named: all
                                         * @default []
                                         */
                                        readonly sources: readonly string[];
                                        /**
                                         * @description Words that an entry, its programme or its change must hold
                                         * @default
                                         */
                                        readonly text: string;
                                    } | {
                                        /**
                                         * @default medium
                                         * @enum {string}
                                         */
                                        readonly as: "low" | "medium" | "high" | "critical";
                                        /**
                                         * @description Collections or their sources; none named: all
                                         * @default []
                                         */
                                        readonly collections: readonly string[];
                                        /** @enum {string} */
                                        readonly on: "bundles";
                                    };
                                    /**
                                     * @description Of the digest and the quiet hours
                                     * @default UTC
                                     */
                                    readonly zone: string;
                                };
                            };
                            /** @description What each new webhook is signed with, by its address: shown this once */
                            readonly secrets: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly post?: never;
        /** Remove a rule; what still waits by it is given up */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly removed: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/rules/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send every recipient a message that says it is a test */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly outcomes: readonly {
                                readonly address: string;
                                readonly kind: string;
                                readonly ok: boolean;
                                readonly outcome: string;
                            }[];
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/warnings/secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give a webhook another secret; it is signed with the former one too for a day */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly address: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly secret: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 403: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/catalog": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The loaded lists, each a dataset */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One entity, with what it is linked to */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly nested?: boolean;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly caption: string;
                            readonly datasets: readonly string[];
                            readonly first_seen?: string;
                            readonly id: string;
                            readonly last_change?: string;
                            readonly last_seen?: string;
                            /** @description Texts, or entities where they are nested */
                            readonly properties: {
                                readonly [key: string]: readonly unknown[];
                            };
                            readonly referents: readonly string[];
                            readonly schema: string;
                            readonly target: boolean;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{id}/adjacent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What stands next to an entity, by property */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly offset?: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly adjacent: {
                                readonly [key: string]: {
                                    readonly limit: number;
                                    readonly offset: number;
                                    readonly results: readonly {
                                        readonly caption: string;
                                        readonly datasets: readonly string[];
                                        readonly first_seen?: string;
                                        readonly id: string;
                                        readonly last_change?: string;
                                        readonly last_seen?: string;
                                        /** @description Texts, or entities where they are nested */
                                        readonly properties: {
                                            readonly [key: string]: readonly unknown[];
                                        };
                                        readonly referents: readonly string[];
                                        readonly schema: string;
                                        readonly target: boolean;
                                    }[];
                                    readonly total: {
                                        /** @enum {string} */
                                        readonly relation: "eq" | "gte";
                                        readonly value: number;
                                    };
                                };
                            };
                            /** Entity */
                            readonly entity: {
                                readonly caption: string;
                                readonly datasets: readonly string[];
                                readonly first_seen?: string;
                                readonly id: string;
                                readonly last_change?: string;
                                readonly last_seen?: string;
                                /** @description Texts, or entities where they are nested */
                                readonly properties: {
                                    readonly [key: string]: readonly unknown[];
                                };
                                readonly referents: readonly string[];
                                readonly schema: string;
                                readonly target: boolean;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/entities/{id}/adjacent/{property}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Neighbours by one property, paged */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly offset?: number;
                };
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                    readonly property: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly limit: number;
                            readonly offset: number;
                            readonly results: readonly {
                                readonly caption: string;
                                readonly datasets: readonly string[];
                                readonly first_seen?: string;
                                readonly id: string;
                                readonly last_change?: string;
                                readonly last_seen?: string;
                                /** @description Texts, or entities where they are nested */
                                readonly properties: {
                                    readonly [key: string]: readonly unknown[];
                                };
                                readonly referents: readonly string[];
                                readonly schema: string;
                                readonly target: boolean;
                            }[];
                            readonly total: {
                                /** @enum {string} */
                                readonly relation: "eq" | "gte";
                                readonly value: number;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/feeds/{token}/atom.xml": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A person's warnings as Atom (RFC 4287) */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly token: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description application/atom+xml */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/feeds/{token}/rss.xml": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A person's warnings as RSS 2.0 */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly token: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description application/rss+xml */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": string;
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/healthz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The process answers */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/match/{dataset}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Screen parties against a dataset
         * @description Up to 1000 parties in one call, each by its FollowTheMoney properties. The answer names the lists and versions that were searched.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    readonly algorithm?: string;
                    /** @description Only entities that changed at or after this ISO date */
                    readonly changed_since?: string;
                    /** @description Results below it are left out; by default what the settings say, 0.5 where they say nothing */
                    readonly cutoff?: number;
                    /** @description No entities that only these sources list */
                    readonly exclude_dataset?: readonly string[] | string;
                    /** @description Leave these entities out */
                    readonly exclude_entity_ids?: readonly string[] | string;
                    /** @description No entities of these schemata */
                    readonly exclude_schema?: readonly string[] | string;
                    /** @description Only entities of these sources */
                    readonly include_dataset?: readonly string[] | string;
                    /** @description Entries of several lists that are one count once: the best of them answers, with the others as `referents` and the lists of all */
                    readonly joined?: boolean;
                    /** @description Most results */
                    readonly limit?: number;
                    /** @description Share of your population that is listed, for `probability`; default 0.0001 */
                    readonly prior?: number;
                    /** @description Results at or above it are matches; by default what the settings say, 0.7 where they say nothing */
                    readonly threshold?: number;
                    /** @description Only entities with one of these topics */
                    readonly topics?: readonly string[] | string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        readonly config?: {
                            readonly [key: string]: string | number | boolean | null;
                        };
                        /** @description At most 1000, by a key of the caller's own */
                        readonly queries: {
                            readonly [key: string]: {
                                readonly id?: string | number | null;
                                /**
                                 * @example {
                                 *       "name": [
                                 *         "Park Jin Hyok"
                                 *       ],
                                 *       "birthDate": [
                                 *         "1984-08-15"
                                 *       ],
                                 *       "country": "kp"
                                 *     }
                                 */
                                readonly properties: {
                                    readonly [key: string]: (string | number | boolean) | readonly (string | number | boolean | null)[] | null;
                                };
                                /** @example Person */
                                readonly schema: string;
                            };
                        };
                        readonly weights?: {
                            readonly [key: string]: number;
                        };
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly limit: number;
                            /** @description The lists that were searched, and how old they are */
                            readonly lists: readonly {
                                /** @description When its bytes were fetched */
                                readonly fetched?: string;
                                readonly source: string;
                                readonly title: string;
                                /** @description The publisher's version or date of issue */
                                readonly version: string;
                            }[];
                            readonly responses: {
                                readonly [key: string]: {
                                    readonly query: {
                                        readonly id?: string;
                                        readonly properties: {
                                            readonly [key: string]: readonly string[];
                                        };
                                        readonly schema: string;
                                    };
                                    readonly results: readonly {
                                        readonly caption: string;
                                        readonly datasets: readonly string[];
                                        readonly explanations: {
                                            readonly [key: string]: {
                                                readonly candidate?: string;
                                                readonly detail: string;
                                                readonly query?: string;
                                                readonly score: number;
                                            };
                                        };
                                        readonly features: {
                                            readonly [key: string]: number;
                                        };
                                        readonly first_seen?: string;
                                        readonly id: string;
                                        readonly last_change?: string;
                                        readonly last_seen?: string;
                                        readonly match: boolean;
                                        /** @description How likely it is the party meant, for the stated prior */
                                        readonly probability?: {
                                            readonly calibratedOn: string;
                                            readonly prior: number;
                                            readonly value: number;
                                        };
                                        /** @description Texts, or entities where they are nested */
                                        readonly properties: {
                                            readonly [key: string]: readonly unknown[];
                                        };
                                        readonly referents: readonly string[];
                                        readonly schema: string;
                                        readonly score: number;
                                        readonly target: boolean;
                                    }[];
                                    readonly status: number;
                                    readonly total: {
                                        /** @enum {string} */
                                        readonly relation: "eq" | "gte";
                                        readonly value: number;
                                    };
                                };
                            };
                            /** @description The lists that were searched, each with its version: "no match" says no more than these */
                            readonly versions: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 413: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 415: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/mcp": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The Model Context Protocol, for assistants
         * @description Streamable HTTP, without sessions. A key shows and allows only the tools that its scopes cover.
         */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        /**
         * The Model Context Protocol, for assistants
         * @description Streamable HTTP, without sessions. A key shows and allows only the tools that its scopes cover.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        /**
         * The Model Context Protocol, for assistants
         * @description Streamable HTTP, without sessions. A key shows and allows only the tools that its scopes cover.
         */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/payments/screen": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Screen a payment message: SWIFT MT or ISO 20022 as the body
         * @description The answer recommends pass, review or hold, and names every hit with its place in the text of the message. It decides nothing. A message that cannot be read is a fault with its place; others in the same body are answered.
         */
        readonly post: {
            readonly parameters: {
                readonly query?: {
                    /** @description Put the message in the queue where it asks for a look */
                    readonly keep?: boolean;
                    /** @description Where it comes from, for the queue */
                    readonly name?: string;
                };
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly faults: readonly {
                                readonly code: string;
                                readonly excerpt: string;
                                readonly expected: string;
                                readonly found: string;
                                readonly offset: number;
                                readonly remedy: string;
                                readonly where: string;
                            }[];
                            /** @description Messages put in the queue */
                            readonly kept: number;
                            /** @description The lists that were searched, and how old they are */
                            readonly lists: readonly {
                                /** @description When its bytes were fetched */
                                readonly fetched?: string;
                                readonly source: string;
                                readonly title: string;
                                /** @description The publisher's version or date of issue */
                                readonly version: string;
                            }[];
                            readonly messages: readonly {
                                readonly amount?: string;
                                readonly creditor?: string;
                                readonly currency?: string;
                                readonly debtor?: string;
                                /** @enum {string} */
                                readonly family: "MT" | "MX";
                                readonly hits: readonly {
                                    readonly caption: string;
                                    readonly detail: string;
                                    readonly entityId?: string;
                                    readonly explanations?: {
                                        readonly [key: string]: unknown;
                                    };
                                    /** @description UTF-16 units into the text of the message */
                                    readonly from?: number;
                                    /** @enum {string} */
                                    readonly kind: "party" | "text" | "identifier" | "place" | "goods";
                                    /**
                                     * @description What the hit asks for; a note asks for nothing
                                     * @enum {string}
                                     */
                                    readonly level: "note" | "review" | "hold";
                                    readonly listed: string;
                                    /** @description Where it stands: `:59:/2`, `/Document/.../Cdtr/Nm` */
                                    readonly path: string;
                                    readonly reasons: readonly ("birth-date-differs" | "country-differs" | "gender-differs" | "person-in-company-name" | "ship-without-context" | "part-of-code" | "reference-field" | "denial" | "legal-control" | "one-word-name" | "ordinary-word" | "typo" | "words-in-other-order" | "ambiguous-place" | "place-in-name" | "goods-alone" | "account-not-identifier" | "names-near" | "initials-only" | "other-words")[];
                                    readonly role?: string;
                                    readonly score: number;
                                    readonly sources: readonly string[];
                                    readonly to?: number;
                                    readonly transaction: number;
                                    readonly value: string;
                                }[];
                                readonly id: string;
                                readonly line: number;
                                readonly part?: number;
                                readonly receiver?: string;
                                /** @enum {string} */
                                readonly recommendation: "pass" | "review" | "hold";
                                readonly sender?: string;
                                readonly settlementDate?: string;
                                readonly transactions: number;
                                readonly type: string;
                            }[];
                            /** @description The lists that were searched, each with its version: "no match" says no more than these */
                            readonly versions: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 413: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 415: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 501: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** 200 once the lists are loaded, 503 before */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The service as OpenRefine asks for it; with `queries` or `extend` their answer */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description JSON: {"ids": ["..."], "properties": [{"id": "birthDate"}]} */
                    readonly extend?: string;
                    /** @description JSON: {"q0": {"query": "...", "type": "Person", "limit": 5, "properties": [{"pid": "birthDate", "v": "1984"}]}} */
                    readonly queries?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        /** Reconcile a batch of queries, or extend entities by properties */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody: {
                readonly content: {
                    readonly "application/json": {
                        /** @description JSON: {"ids": ["..."], "properties": [{"id": "birthDate"}]} */
                        readonly extend?: string;
                        /** @description JSON: {"q0": {"query": "...", "type": "Person", "limit": 5, "properties": [{"pid": "birthDate", "v": "1984"}]}} */
                        readonly queries?: string;
                    };
                    readonly "application/x-www-form-urlencoded": {
                        /** @description JSON: {"ids": ["..."], "properties": [{"id": "birthDate"}]} */
                        readonly extend?: string;
                        /** @description JSON: {"q0": {"query": "...", "type": "Person", "limit": 5, "properties": [{"pid": "birthDate", "v": "1984"}]}} */
                        readonly queries?: string;
                    };
                };
            };
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/extend/propose": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Properties that entities of a type can be extended by */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly limit?: number;
                    readonly type?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A small page about an entity */
        readonly get: {
            readonly parameters: {
                readonly query: {
                    readonly id: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/suggest/entity": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Entities by the beginning of a name */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: number;
                    readonly limit?: number;
                    readonly prefix?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/suggest/property": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Properties by a part of their name */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: number;
                    readonly limit?: number;
                    readonly prefix?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/reconcile/{dataset}/suggest/type": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Types by a part of their name */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    readonly cursor?: number;
                    readonly limit?: number;
                    readonly prefix?: string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/search/{dataset}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Find entities by a few words
         * @description For a search box: words in any order, the last may be unfinished. To screen a party use POST /match.
         */
        readonly get: {
            readonly parameters: {
                readonly query?: {
                    /** @description Only entities that changed at or after this ISO date */
                    readonly changed_since?: string;
                    /** @description Only these countries, ISO 3166-1 alpha-2 */
                    readonly countries?: readonly string[] | string;
                    /** @description Only these sources */
                    readonly datasets?: readonly string[] | string;
                    /** @description No entities that only these sources list */
                    readonly exclude_dataset?: readonly string[] | string;
                    /** @description Not these schemata, nor those below them */
                    readonly exclude_schema?: readonly string[] | string;
                    /** @description countries, topics, datasets, schema; empty for none */
                    readonly facets?: readonly string[] | string;
                    /** @description `field:value`, several of them where wanted: `nationality:kp`, `topics:sanction`, `schema:Vessel` */
                    readonly filter?: readonly string[] | string;
                    /** @description Whether an entity needs one of the values given for a field, or all; different fields all count */
                    readonly filter_op?: "OR" | "AND";
                    /** @description Words that differ in one letter (three to five letters) or two (from six) count too */
                    readonly fuzzy?: boolean;
                    /** @description Only these sources, as `datasets` */
                    readonly include_dataset?: readonly string[] | string;
                    /** @description Entries of several lists that are one count once, the others as `referents` with the lists of all; facets count entries */
                    readonly joined?: boolean;
                    /** @description Most results */
                    readonly limit?: number;
                    readonly offset?: number;
                    /** @description Words in any order; the last may be unfinished */
                    readonly q?: string;
                    /** @description Only this FollowTheMoney schema and those below it */
                    readonly schema?: string;
                    /** @description Accepted for yente's clients; words are always taken as they are, there is no query language */
                    readonly simple?: boolean;
                    /** @description `name:asc` or `name:desc`, `first_seen:desc` ...; by default the best first */
                    readonly sort?: readonly string[] | string;
                    /** @description Only entities that are listed themselves */
                    readonly target?: boolean;
                    /** @description Only these topics */
                    readonly topics?: readonly string[] | string;
                };
                readonly header?: never;
                readonly path: {
                    readonly dataset: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly facets: {
                                readonly [key: string]: {
                                    readonly label: string;
                                    readonly values: readonly {
                                        readonly count: number;
                                        readonly label: string;
                                        readonly name: string;
                                    }[];
                                };
                            };
                            readonly limit: number;
                            /** @description The lists that were searched, and how old they are */
                            readonly lists: readonly {
                                /** @description When its bytes were fetched */
                                readonly fetched?: string;
                                readonly source: string;
                                readonly title: string;
                                /** @description The publisher's version or date of issue */
                                readonly version: string;
                            }[];
                            readonly offset: number;
                            readonly results: readonly {
                                readonly caption: string;
                                readonly datasets: readonly string[];
                                readonly first_seen?: string;
                                readonly id: string;
                                readonly last_change?: string;
                                readonly last_seen?: string;
                                /** @description Texts, or entities where they are nested */
                                readonly properties: {
                                    readonly [key: string]: readonly unknown[];
                                };
                                readonly referents: readonly string[];
                                readonly schema: string;
                                readonly target: boolean;
                            }[];
                            readonly total: {
                                /** @enum {string} */
                                readonly relation: "eq" | "gte";
                                readonly value: number;
                            };
                            /** @description The lists that were searched, each with its version: "no match" says no more than these */
                            readonly versions: {
                                readonly [key: string]: string;
                            };
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 400: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 404: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 422: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
                /** @description What was expected, what was found, where, and what to do */
                readonly 503: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content: {
                        readonly "application/json": {
                            readonly code: string;
                            /** @description What went wrong, where yente and FastAPI say it */
                            readonly detail: string | readonly {
                                readonly loc: readonly (string | number)[];
                                readonly msg: string;
                                readonly type: string;
                            }[];
                            readonly expected: string;
                            readonly found: string;
                            readonly remedy: string;
                            readonly where: string;
                        };
                    };
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: discovery */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: the API root */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon/collections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: collections */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path?: never;
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon/collections/{collection}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: one collection */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly collection: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon/collections/{collection}/manifest": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: what a collection holds */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly collection: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon/collections/{collection}/objects": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: objects */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly collection: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        /** TAXII: add objects */
        readonly post: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly collection: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon/collections/{collection}/objects/{object}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: one object */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly collection: string;
                    readonly object: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        /** TAXII: delete an object, or versions of it */
        readonly delete: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly collection: string;
                    readonly object: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon/collections/{collection}/objects/{object}/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: the versions of an object */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly collection: string;
                    readonly object: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/taxii2/cordon/status/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** TAXII: what came of an addition */
        readonly get: {
            readonly parameters: {
                readonly query?: never;
                readonly header?: never;
                readonly path: {
                    readonly id: string;
                };
                readonly cookie?: never;
            };
            readonly requestBody?: never;
            readonly responses: {
                /** @description Default Response */
                readonly 200: {
                    headers: {
                        readonly [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
