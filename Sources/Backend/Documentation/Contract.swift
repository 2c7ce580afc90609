/// The routes and bodies of this version, in short; `OpenAPIDocument` writes them out as OpenAPI 3.1. A test compares this list with the routes
/// that the server really has.
enum Contract {
    /// `METHOD path  body -> status answer ; summary`. After the status of success may stand, with commas, others than those that every route of its kind
    /// has (`OpenAPIDocument`): 404 where no `{id}` says so. A body is the name of a type below, `form:` before it when it is a form, `lines:` when it is
    /// JSON Lines; `-` is none, `[T]` a page of T, `audio`, `events`, `html`, `lines`, `records`, `recording` and `text` are media of their own.
    static let routes = """
        GET /health - -> 200 Health ; How Jarvis is
        GET /health/live - -> 200 text ; Whether the process answers
        GET /health/ready - -> 200 text ; Whether everything that is needed is up
        GET /metrics - -> 200 text ; Metrics for Prometheus; without a token from this machine only
        GET /openapi.json - -> 200 any ; This document
        GET /docs - -> 200 html ; This document as a page
        POST /auth/setup SetupRequest -> 201 Me ; Creates the owner account, once
        POST /auth/token form:TokenRequest -> 200 Token ; Signs in, or renews a session
        POST /auth/jwt/login form:TokenRequest -> 200 Token ; The same under its older name
        POST /auth/refresh RefreshRequest -> 200 Token ; Renews a session
        POST /auth/logout - -> 204 none ; Signs this device out
        GET /auth/sessions - -> 200 [SessionSummary] ; Where one is signed in, the newest first
        DELETE /auth/sessions - -> 200 RevokedKeys ; Signs out everywhere, and revokes one's keys
        DELETE /auth/sessions/{id} - -> 204 none ; Signs out one device
        POST /admin/keys/rotate - -> 204 none ; Has access tokens signed with a new key; for owners
        GET /auth/me - -> 200 Me ; Who is signed in
        POST /auth/step-up StepUp -> 200 StepUpAnswer ; Proves once more who one is, for five minutes
        POST /auth/step-up/options - -> 200,404 PasskeyRequestOptions ; What to ask a passkey for, to prove who one is
        GET /auth/second-factors - -> 200 SecondFactors ; What is asked for beside the password
        PATCH /auth/second-factors SecondFactorsPatch -> 200,404 SecondFactors ; Whether risky orders to the house want a proof, too
        POST /auth/totp - -> 201 TOTPEnrolment ; Begins with an authenticator app
        POST /auth/totp/confirm TOTPConfirmation -> 200 RecoveryCodes ; The first code of the app: from now on it is asked for
        DELETE /auth/totp - -> 204,404 none ; Removes the authenticator app
        POST /auth/recovery-codes - -> 200,404 RecoveryCodes ; New recovery codes instead of the old ones
        POST /auth/register RegisterRequest -> 201 Me ; Makes the account that an invitation is for
        POST /auth/password PasswordChange -> 200 RevokedKeys ; Sets one's password, signs out everywhere else, and revokes one's keys
        POST /machine/password MachinePassword -> 200,404 MachinePasswordAnswer ; For commands on the machine itself: another password for whoever is locked out
        POST /machine/export MachineExport -> 200,404 records ; For commands on the machine itself: all that is kept of somebody
        POST /auth/reset PasswordReset -> 204 none ; Sets a forgotten password with a code
        GET /auth/api-keys - -> 200 [APIKey] ; The keys of one's programs
        POST /auth/api-keys NewAPIKey -> 201 APIKey ; Makes a key, shown this once
        DELETE /auth/api-keys/{id} - -> 204 none ; Revokes a key
        GET /admin/users - -> 200 [User] ; The people of one's household
        PATCH /admin/users/{id} UserPatch -> 200 User ; Changes what somebody is or may, or shuts their account
        DELETE /admin/users/{id} - -> 204 none ; Removes somebody with all that is theirs
        POST /admin/users/{id}/reset - -> 201 ResetCode ; A code with which somebody sets a new password, shown this once
        GET /admin/invitations - -> 200 [Invitation] ; Invitations that are still good
        POST /admin/invitations NewInvitation -> 201 Invitation ; Invites somebody; the code is shown this once
        DELETE /admin/invitations/{id} - -> 204 none ; Takes an invitation back
        GET /admin/households - -> 200 [Household] ; All households, for the owner of the first
        POST /admin/households HouseholdName -> 201 Household ; Makes a household, with the invitation of its owner
        PATCH /admin/households/{id} HouseholdName -> 204 none ; Names a household
        DELETE /admin/households/{id} - -> 204 none ; Removes a household with everybody and everything of it
        GET /auth/passkeys - -> 200,404 [Passkey] ; One's passkeys, the oldest first
        POST /auth/passkeys/options - -> 200,404 PasskeyCreationOptions ; What to make a passkey with
        POST /auth/passkeys NewPasskey -> 201,404 Passkey ; Takes a passkey that was made
        DELETE /auth/passkeys/{id} - -> 204 none ; Removes a passkey
        POST /auth/passkeys/sign-in/options - -> 200,404 PasskeyRequestOptions ; What to ask a passkey for, to sign in
        POST /auth/passkeys/sign-in PasskeySignIn -> 200,404 Token ; Signs in with a passkey
        GET /auth/oidc - -> 200,404 OpenIDProvider ; The OpenID provider that one may sign in with
        GET /auth/oidc/start - -> 303,404 none ; Goes to the provider; the page comes back with a code in its address
        GET /auth/oidc/callback - -> 303,404 none ; Where the provider sends the browser back to
        POST /auth/oidc/token OpenIDCode -> 200,404 Token ; Signs in with that code
        POST /auth/oidc/register OpenIDRegistration -> 201,404 Token ; Makes the account that an invitation is for, without a password, and signs in
        POST /auth/oidc/link OpenIDLinkRequest -> 200,404 OpenIDStart ; Begins to link an account there
        POST /auth/oidc/link/confirm OpenIDCode -> 201,404 OpenIDLink ; Links it
        GET /auth/oidc/links - -> 200,404 [OpenIDLink] ; Accounts elsewhere that one signs in with
        DELETE /auth/oidc/links/{id} - -> 204 none ; Removes such a link
        GET /auth/me/export - -> 200 records ; Everything that is kept of whoever is signed in, as JSON Lines
        DELETE /auth/me EraseRequest -> 204 none ; Erases whoever is signed in, for good
        GET /admin/audit - -> 200 [AuditEntry] ; Who did what in the household, the newest first; who=, action= and since= narrow it down
        POST /auth/ws-ticket - -> 200 Ticket ; A ticket that opens one WebSocket within 30 seconds
        POST /chat ChatRequest -> 200,404 ChatResponse ; One turn, answered as a whole
        POST /chat/stream ChatRequest -> 200,404 events ; One turn as server-sent events, one ReplyEvent each
        GET /ws - -> 101 text ; WebSocket: turns, announcements
        GET /traces/{id} - -> 200 Trace ; How a turn went
        GET /conversations - -> 200 [ConversationSummary] ; Conversations, newest first
        GET /conversations/{id} - -> 200 Conversation ; A conversation with its messages
        DELETE /conversations/{id} - -> 204 none ; Deletes a conversation
        PUT /conversations/{id}/remembering Remembering -> 204 none ; Whether what is said in a conversation is remembered
        GET /memories - -> 200 [Memory] ; What is remembered, newest first; with query= the best first
        POST /memories NewMemory -> 201 Memory ; Remembers something
        GET /memories/{id} - -> 200 Memory ; One memory
        PATCH /memories/{id} MemoryPatch -> 200 Memory ; Corrects, pins or shares a memory
        DELETE /memories/{id} - -> 204 none ; Puts a memory in the bin; with forever=true it is gone for good
        GET /memories/{id}/why - -> 200 Provenance ; Where a memory comes from and what became of it
        GET /memories/facts - -> 200 [Memory] ; What is known of somebody or something; without about= of oneself
        GET /memories/quality - -> 200 MemoryQuality ; How good the memory is, measured on a sample
        POST /memories/forget Forget -> 200 [Memory] ; Puts what is selected in the bin and tells what that was; with dry_run only tells
        POST /memories/restore Restore -> 200 [Memory] ; Takes these out of the bin; without ids what was forgotten last
        GET /memories/bin - -> 200 [Memory] ; What was forgotten, latest first
        GET /memories/export - -> 200 lines ; All memories as JSON Lines, oldest first
        POST /memories/import lines:Memory -> 200 ImportResult ; Adds a file of memories, JSON Lines or a list of JSON: the whole file or nothing
        GET /timers - -> 200 [Appointment] ; Timers that run or stand still
        POST /timers NewTimer -> 201 Appointment ; Starts a timer
        GET /timers/{id} - -> 200 Appointment ; One timer
        DELETE /timers/{id} - -> 204 none ; Cancels a timer
        GET /reminders - -> 200 [Appointment] ; Reminders to come
        POST /reminders NewReminder -> 201 Appointment ; Adds a reminder
        GET /reminders/{id} - -> 200 Appointment ; One reminder
        DELETE /reminders/{id} - -> 204 none ; Cancels a reminder
        GET /alarms - -> 200 [Appointment] ; Alarms to come
        GET /alarms/{id} - -> 200 Appointment ; One alarm
        DELETE /alarms/{id} - -> 204 none ; Cancels an alarm
        GET /lists - -> 200 [ListSummary] ; The household's lists
        GET /lists/{name} - -> 200 List ; One list
        POST /lists/{name} NewListItem -> 201 List ; Adds to a list
        DELETE /lists/{name} - -> 204 none ; Empties a list
        DELETE /lists/{name}/{id} - -> 204 none ; Takes an item off a list
        GET /weather - -> 200,404 Weather ; The weather at home; with city= in a town
        GET /home/entities - -> 200,404 [Entity] ; The devices that may be seen, with their states; area= and domain= narrow it down
        GET /home/entities/{id} - -> 200 Entity ; One device
        POST /home/entities/{id}/{service} ServiceRequest -> 200 Entity ; Calls a service: turn_on, set_cover_position …
        GET /home/areas - -> 200 [Area] ; Rooms and other parts of the house
        POST /home/command HomeCommand -> 200,404 HomeCommandAnswer ; Something said to the house
        GET /automations - -> 200 [Automation] ; What is to be done later, or each time something happens
        POST /automations NewAutomation -> 201 Automation ; Makes an automation
        GET /automations/{id} - -> 200 Automation ; One automation
        PATCH /automations/{id} AutomationPatch -> 200 Automation ; Pauses or resumes it
        DELETE /automations/{id} - -> 204 none ; Deletes it
        POST /automations/{id}/run - -> 200 AutomationResult ; Carries it out now
        GET /automations/{id}/runs - -> 200 [AutomationRun] ; When it was set off, why, and what came of it
        GET /voices - -> 200 [Voice] ; Voices that can be asked for
        POST /synthesize SynthesizeRequest -> 200 audio ; Says a text
        POST /transcribe recording -> 200 Transcript ; Writes down a recording
        POST /v1/audio/speech OpenAISpeech -> 200 audio ; Says a text, as OpenAI's API has it
        POST /v1/audio/transcriptions recording -> 200 any|text ; Writes down a recording, as OpenAI's API has it
        GET /voice-print - -> 200,404 VoicePrint ; What is kept of the caller's voice
        POST /voice-print NewVoicePrint -> 201 VoicePrint ; Learns the caller's voice from three sentences
        DELETE /voice-print - -> 204,404 none ; Forgets the caller's voice
        """

    /// `Type: field type, field! type…`; `!` marks what is always there. Types: string, uuid, date, number, integer, boolean, base64, object, any,
    /// words separated by `|`, another type's name, `[T]` for a list. `(a..b)` after a type bounds what a number may be and how many characters, members
    /// or elements there may be; either may be missing, and `>a` shuts a out.
    static let types = """
        Health: status! ok|degraded, version! string, setup_required! boolean, uptime_seconds! number(0..), services! object
        SetupRequest: username! string(1..64), password! string(12..1024), language fr|en, setup_code string
        Me: id! uuid, username! string, role! owner|admin|member|child|guest, language! fr|en, household_id! uuid, operator boolean
        TokenRequest: grant_type password|refresh_token, username string, password string, refresh_token string, otp string
        RefreshRequest: refresh_token! string
        Token: access_token! string, refresh_token string, token_type! bearer|, expires_in! integer(1..)
        SessionSummary: id! uuid, device! string, address! string, created_at! date, used_at! date, expires_at! date, ends_at! date, current! boolean
        RegisterRequest: code! string, username! string(1..64), password! string(12..1024), language fr|en
        PasswordChange: old_password string, new_password! string(12..1024)
        PasswordReset: code! string, password! string(12..1024)
        NewAPIKey: name! string(1..64), scopes! [string](1..), days integer(1..366)
        APIKey: id! uuid, name! string, scopes! [string], key string, created_at! date, expires_at! date, used_at date
        RevokedKeys: revoked_keys! [APIKey]
        MachinePassword: username! string(1..64), password! string(12..1024), without_second_factors boolean
        MachinePasswordAnswer: username! string, revoked_keys! [APIKey], wants_code! boolean, disabled! boolean
        MachineExport: username! string(1..64)
        Permissions: capabilities! [string], areas [string], risk! harmless|surprising|dangerous
        User: id! uuid, username! string, role! owner|admin|member|child|guest, language! fr|en, created_at! date, disabled! boolean, permissions! Permissions
        UserPatch: username string(1..64), role owner|admin|member|child|guest, language fr|en, disabled boolean, permissions Permissions
        ResetCode: code! string, expires_at! date
        NewInvitation: role! owner|admin|member|child|guest
        Invitation: id! uuid, role! owner|admin|member|child|guest, code string, created_at! date, expires_at! date
        HouseholdName: name! string(1..64)
        Household: id! uuid, name! string, people! integer(0..), has_house! boolean, created_at! date, invitation Invitation
        StepUp: password string, otp string, passkey PasskeyAnswer
        StepUpAnswer: expires_in! integer
        SecondFactors: totp! boolean, totp_since date, recovery_codes_left! integer, guards_home! boolean
        SecondFactorsPatch: guards_home! boolean
        TOTPEnrolment: secret! string, uri! string, svg! string, png! base64
        TOTPConfirmation: code! string
        RecoveryCodes: recovery_codes! [string]
        Passkey: id! uuid, name! string, site! string, synced! boolean, created_at! date, used_at date
        PasskeyCreationOptions: rp! PasskeySite, user! PasskeyAccount, challenge! string, pubKeyCredParams! [PasskeyAlgorithm], timeout! integer, excludeCredentials! [PasskeyDescriptor], authenticatorSelection! PasskeySelection, attestation! string
        PasskeySite: id! string, name! string
        PasskeyAccount: id! string, name! string, displayName! string
        PasskeyAlgorithm: type! string, alg! integer
        PasskeySelection: residentKey! string, requireResidentKey! boolean, userVerification! string
        PasskeyDescriptor: type! string, id! string
        PasskeyRequestOptions: challenge! string, rpId! string, timeout! integer, allowCredentials! [PasskeyDescriptor], userVerification! string
        NewPasskey: name! string, credential! NewCredential
        NewCredential: id! string, type! string, response! AttestationResponse
        AttestationResponse: clientDataJSON! string, attestationObject! string
        PasskeySignIn: credential! PasskeyAnswer
        PasskeyAnswer: id! string, type! string, response! AssertionResponse
        AssertionResponse: clientDataJSON! string, authenticatorData! string, signature! string, userHandle string
        OpenIDProvider: name! string
        OpenIDLinkRequest: challenge! string
        OpenIDStart: url! string
        OpenIDRegistration: invitation! string, username! string(1..64), language fr|en, code! string, verifier! string
        OpenIDCode: code! string, verifier! string, otp string
        OpenIDLink: id! uuid, issuer! string, name! string, created_at! date, used_at date
        Record: kind! string, id string
        EraseRequest: password string, otp string
        AuditEntry: number! integer(1..), at! date, action! string, outcome! done|refused|failed, user_id uuid, name! string, address! string, target! string, erased! boolean
        Ticket: ticket! string, expires_in! integer(1..)
        ChatRequest: message! string(1..8000), conversation_id uuid, language fr|en, speak boolean
        ChatResponse: response! string, timestamp! date, user_id! uuid, conversation_id! uuid, trace_id! uuid, audio base64
        Trace: id! uuid, conversation_id! uuid, started_at! date, path! string, stages! [Stage], failure string
        Stage: name! string, milliseconds! number(0..)
        ConversationSummary: id! uuid, title! string, started_at! date, updated_at! date
        Conversation: id! uuid, title! string, started_at! date, updated_at! date, messages! [Message]
        Message: id! uuid, role! user|assistant, text! string, at! date, trace_id uuid
        Memory: id! uuid, text! string(1..10000), kind! episode|fact|promise|summary, language fr|en, occurred_at! date, learned_at! date, speaker string, conversation_id string, external_id string, area string, importance! number(0..1), valence number(-1..1), arousal number(0..1), pinned! boolean, shared boolean, source! said|told|api|import|rule|model, origins [uuid], entities [string], count integer(1..), recalls integer(0..), recalled_at date, due_at date, fact Fact, binned_at date, score number, why string
        Fact: subject! string, subject_name string, relation! string, value! string, negated boolean, valid_from date, valid_until date, confidence number(0..1), superseded_by uuid, superseded_at date
        NewMemory: text! string(1..10000), kind episode|fact|promise|summary, language fr|en, occurred_at date, speaker string(0..200), conversation_id string(0..200), importance number(0..1), pinned boolean, shared boolean
        MemoryPatch: text string(1..10000), importance number(0..1), pinned boolean, shared boolean
        Provenance: memory! Memory, origins! [Memory], derived! [Memory], superseded! [Memory], superseded_by Memory
        Forget: ids [uuid], query string, from date, until date, conversation_id string, dry_run boolean
        Restore: ids [uuid]
        ImportResult: read! integer(0..), added! integer(0..)
        MemoryQuality: total! integer(0..), sampled! integer(0..), by_kind! any, junk_rate! number(0..1), duplicate_rate! number(0..1), contradiction_rate! number(0..1), stale_rate! number(0..1), examples! any
        Remembering: remember! boolean
        Transcript: text! string, language fr|en, duration! number(0..), segments! [Segment], confidence number, engine string
        Segment: start! number, end! number, text! string
        OpenAISpeech: input! string(1..10000), voice string, speed number(0.5..2), response_format wav|pcm|opus
        NewVoicePrint: recordings! [base64](3..6)
        VoicePrint: model! string, sentences! integer, enrolled_at! date
        Appointment: id! uuid, label! string, due_at! date, created_at! date, state! pending|paused|due|announced|cancelled, remaining number(0..)
        NewTimer: seconds! number(>0..8640000), label string(0..500)
        NewReminder: due_at! date, label! string(0..500)
        ListSummary: name! string, count! integer(0..)
        List: name! string, count! integer(0..), items! [ListItem]
        ListItem: id! uuid, text! string, added_at! date
        NewListItem: text! string(1..500)
        Weather: city string, latitude! number, longitude! number, outdoor_temperature number, current WeatherNow, hours! [WeatherHour], days! [WeatherDay], age_seconds! number, stale! boolean
        WeatherNow: temperature! number, feels_like number, wind number, condition string
        WeatherHour: time! string, temperature number, condition string, rain_chance number, wind number
        WeatherDay: date! string, low number, high number, condition string, rain_chance number, wind number
        Entity: id! string, name! string, domain! string, area_id string, area string, device_class string, state! string, attributes! object, changed_at date
        Area: id! string, name! string, aliases! [string], floor_id string, floor string
        ServiceRequest: data object(0..32), confirm boolean
        HomeCommand: text! string(1..8000), language fr|en, area string, conversation_id uuid
        HomeCommandAnswer: response! string, actions! [Action], conversation_id! uuid, trace_id! uuid
        Action: tool! string, arguments! any, status! done|failed, evidence string
        Trigger: type! at|time|sun|state|number|presence|demand, date date, time string, weekdays [integer(1..7)](0..7), event sunrise|sunset, offset number, entity string(1..255), to string(1..200), seconds number, attribute string(1..255), above number, below number, person string(1..255), arrives boolean, once boolean
        Condition: type! time|state|number|daylight, from string, to string, weekdays [integer(1..7)](0..7), entity string(1..255), value string(1..200), met boolean, attribute string(1..255), above number, below number, up boolean
        Order: intent! string, slots object, text string(0..500)
        NewAutomation: name string(0..120), language fr|en, trigger Trigger, conditions [Condition](0..20), commands [string(0..500)](0..20), orders [Order](0..20)
        AutomationPatch: paused! boolean
        Automation: id! uuid, name! string, trigger! Trigger, conditions! [Condition], orders! [Order], paused! boolean, created_at! date, created_by! string, next_due date, done_at date
        AutomationResult: result! string
        AutomationRun: id! uuid, automation_id! uuid, name! string, started_at! date, finished_at date, outcome! running|done|failed|skipped|missed|interrupted, cause! Cause, result! string
        Cause: type! time|sun|entity|request, subject string, name string, value string
        Voice: name! string, languages! [string], engine! string
        SynthesizeRequest: text! string(1..10000), voice string, language fr|en, speed number(0.5..2), format wav|pcm
        Problem: type! string, title! string, status! integer(400..599), detail string, instance string, request_id string
        """
}
