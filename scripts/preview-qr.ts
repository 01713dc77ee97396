import { runAndExit } from './upload/run'

void runAndExit('preview')
