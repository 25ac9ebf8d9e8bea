/** True in builds that tests may drive; false in a release. The build puts the value in. */
declare const __BALIE_TEST_BUILD__: boolean;
