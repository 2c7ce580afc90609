// Who speaks.
